#include "indexer/detect/stated_dates.hpp"

#include "indexer/detect/period_words.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

namespace chrono = std::chrono;
constexpr auto kNone = DateText::kNoWord;

/// "avenida 5 de Julio", "the July 26 Movement".
bool is_name(const DateText& text, const DateMark& mark)
{
    if (text.is(text.left(mark.first), DateWord::Street)) { return true; }
    const std::size_t behind = text.right(mark.last);
    return text.is(behind, DateWord::BehindName) && text.has_capital(behind);
}

/// The weekday beside a day: "Sunday, August 4", "August 4 (Sunday)"; 0 if there is none.
int weekday_beside(const DateText& text, const DateMark& mark)
{
    const auto number = [&text](std::size_t at) {
        if (text.is(at, DateWord::Fair)) { --at; }
        return text.value(at, DateWord::Weekday)
            .value_or(text.value(at, DateWord::WeekdayOfFair).value_or(0));
    };
    const auto joins = [](std::string_view gap) {
        return gap == " " || gap == ", " || gap == " (" || gap == "\n" || gap == ",\n";
    };
    if (mark.first > 0 && !text.begins_sentence(mark.first) &&
        joins(text.gap_behind(mark.first - 1))) {
        const std::size_t before = mark.first - 1;
        const bool is_article = text.is(before, DateWord::Article) && before > 0;
        if (const int found = number(is_article ? before - 1 : before)) { return found; }
    }
    return joins(text.gap_behind(mark.last)) ? number(mark.last + 1) : 0;
}

Step step_beside(const DateText& text, const DateMark& mark)
{
    const std::size_t before = text.left(mark.first);
    const std::size_t behind = text.right(mark.last);
    if (text.is(before, DateWord::Last) || text.is(before, DateWord::LastDay) ||
        text.value(behind, DateWord::Last, DateLanguage::Spanish) ||
        text.value(behind, DateWord::Last, DateLanguage::Portuguese)) {
        return Step::Last;
    }
    const bool is_next = text.is(before, DateWord::Next) ||
                         text.value(behind, DateWord::Next, DateLanguage::Spanish) ||
                         text.value(behind, DateWord::Next, DateLanguage::Portuguese);
    return is_next ? Step::Next : Step::None;
}

/// Whether two dates are parts of one: "3 March and 5 April 2020".
bool are_joined(const DateText& text, const DateMark& a, const DateMark& b)
{
    if (b.first == a.last + 1) {
        const std::string_view gap = text.gap_behind(a.last);
        return gap == "-" || gap == " - " || gap == "–" || gap == " – " || gap == "/";
    }
    const std::size_t word = text.right(a.last);
    if (!text.is(word, DateWord::Joint) && !text.is(word, DateWord::Range)) { return false; }
    const std::size_t second = text.right(word);
    return second == b.first || (second != kNone && text.right(second) == b.first);
}

/// Takes the day in this year. False if the calendar has no such day.
bool take_year(StatedDate& stated, chrono::year year)
{
    const auto date = year / *stated.open;
    if (!date.ok() || year < chrono::year{1} || year > chrono::year{9999}) { return false; }
    stated.mark.date = {chrono::sys_days{date}, Precision::Day};
    stated.has_date = true;
    return true;
}

/// What the date behind it says of its year, if both are parts of one.
bool take_year_behind(const DateText& text, StatedDate& stated, const StatedDate& next)
{
    if (!next.has_date || !are_joined(text, stated.mark, next.mark)) { return false; }
    const chrono::year_month_day then{next.mark.date.first};
    const bool is_before = stated.open->month() > then.month();
    return take_year(stated, then.year() - chrono::years{is_before ? 1 : 0});
}

/// How many years ago the words before a day say that it was: "two years ago, on September 11".
std::optional<int> years_ago(const DateText& text, std::size_t first)
{
    constexpr std::size_t kReach = 3;
    for (std::size_t n = 0; n < kReach && first > 0 && !text.begins_sentence(first); ++n) {
        --first;
        const std::size_t unit = text.is(first, DateWord::Ago) ? text.left(first) : first;
        if (text.value(unit, DateWord::Unit) != 365) { continue; }
        const auto read = read_ago(text, unit);
        return read ? std::optional{read->count} : std::nullopt;
    }
    return {};
}

void resolve(const DateText& text, const DateClock& clock, StatedDate& stated)
{
    DateMark& mark = stated.mark;
    if (const auto phrase = year_phrase(text, text.right(mark.last))) {
        const auto year = clock.year(phrase->step);
        if (year && take_year(stated, *year)) {
            mark.last = phrase->last;
            mark.end = text.end(phrase->last);
        }
        return;
    }
    if (const auto ago = years_ago(text, mark.first)) {
        const auto year = clock.year(Step::None);
        if (year) { take_year(stated, *year - chrono::years{std::min(*ago, 999)}); }
        return;
    }
    const auto date = clock.month_day(*stated.open, step_beside(text, mark), mark.tense,
                                      weekday_beside(text, mark));
    if (!date) { return; }
    mark.date = *date;
    stated.has_date = true;
}

StatedDate make_stated(const DateText& text, const std::variant<WrittenDate, OpenDay>& found)
{
    StatedDate stated;
    DateMark& mark = stated.mark;
    if (const auto* written = std::get_if<WrittenDate>(&found)) {
        mark.begin = written->begin;
        mark.end = written->end;
        mark.date = written->date;
        mark.rule = written->rule;
        stated.has_date = true;
    } else {
        const auto& open = std::get<OpenDay>(found);
        mark.begin = open.begin;
        mark.end = open.end;
        mark.rule = "month-day";
        stated.open = open.day;
    }
    mark.first = text.word_from(mark.begin);
    mark.last = std::max(mark.first, text.word_from(mark.end - 1));
    // Where the year is written, the words around need not tell it.
    if (stated.open) { mark.tense = text.tense(mark.first, mark.last); }
    return stated;
}

}  // namespace

std::vector<StatedDate> stated_dates(const DateText& text, const DateClock& clock, std::size_t from)
{
    std::vector<StatedDate> all;
    while (const auto found = find_day(text.text(), from)) {
        all.push_back(make_stated(text, *found));
        from = all.back().mark.end;
    }
    // From the back, so that a year reaches the dates joined before it.
    for (std::size_t i = all.size(); i-- > 0;) {
        StatedDate& stated = all[i];
        if (!stated.open || is_name(text, stated.mark)) { continue; }
        if (i + 1 < all.size() && take_year_behind(text, stated, all[i + 1])) { continue; }
        resolve(text, clock, stated);
    }
    return all;
}

}  // namespace dateline::indexer
