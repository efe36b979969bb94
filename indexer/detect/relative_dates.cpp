#include "indexer/detect/relative_dates.hpp"

#include "common/text/ascii.hpp"
#include "indexer/date_marks.hpp"
#include "indexer/detect/period_words.hpp"
#include "indexer/detect/weekday_words.hpp"

namespace dateline::indexer {
namespace {

using Found = std::optional<DateMark>;

Found mark_of(const DateText& text, std::size_t first, std::size_t last,
              const std::optional<Date>& date, std::string_view rule, Tense tense)
{
    if (!date) { return {}; }
    return DateMark{.first = first,
                    .last = last,
                    .begin = text.begin(first),
                    .end = text.end(last),
                    .date = *date,
                    .rule = rule,
                    .tense = tense};
}

/// What a step says counts before the words around.
Tense tense_of(const DateText& text, std::size_t first, std::size_t last, Step step)
{
    if (step == Step::Last) { return Tense::Past; }
    return step == Step::Next ? Tense::Future : text.tense(first, last);
}

Found weekday(const DateText& text, const DateClock& clock, std::size_t at)
{
    const auto read = read_weekday(text, at);
    if (!read) { return {}; }
    const Tense tense = tense_of(text, read->first, read->last, read->step);
    std::optional<Date> date;
    std::string_view rule = "weekday";
    if (read->day != 0) {
        date = clock.weekday_and_day(read->number, read->day);
        rule = "weekday-and-day";
    } else if (read->week != Step::None) {
        date = clock.weekday_of_week(read->number, read->week);
    } else {
        date = clock.weekday(read->number, read->step, tense);
    }
    auto mark = mark_of(text, read->first, read->last, date, rule, tense);
    if (mark) { mark->end = read->end; }
    return mark;
}

/// "yesterday", "the day after tomorrow".
Found day_word(const DateText& text, const DateClock& clock, std::size_t at, int offset)
{
    const std::size_t before = text.left(at);
    const std::size_t behind = text.right(at);
    // "Russia Today", "hoy en día"
    const bool is_name = text.has_capital(at) && text.has_capital(before);
    if (is_name || text.is(behind, DateWord::BehindToday) ||
        text.is(text.right(behind), DateWord::BehindToday)) {
        return {};
    }
    std::size_t first = at;
    const std::size_t second = text.left(before);
    const std::string_view word = text.surface(before);
    const bool is_further =
        (text.surface(second) == "day" && (word == "before" || word == "after")) ||
        (word == "de" && (text.surface(second) == "antes" || text.surface(second) == "depois"));
    if (is_further && offset != 0) {
        offset *= 2;
        first = second;
    }
    const Tense tense = offset > 0 ? Tense::Future : Tense::Unknown;
    return mark_of(text, first, at, clock.day(offset), "day-word", tense);
}

/// "mañana", if it is tomorrow and no morning; "pasado mañana".
Found morning(const DateText& text, const DateClock& clock, std::size_t at)
{
    const std::size_t before = text.left(at);
    if (text.surface(before) == "pasado") {
        return mark_of(text, before, at, clock.day(2), "day-word", Tense::Future);
    }
    if (text.is(before, DateWord::BeforeMorning)) { return {}; }
    if (text.is(before, DateWord::Day) || text.is(before, DateWord::Weekday)) { return {}; }
    return mark_of(text, at, at, clock.day(1), "day-word", Tense::Future);
}

/// "this evening", "last night".
Found day_part(const DateText& text, const DateClock& clock, std::size_t at)
{
    const std::size_t before = text.left(at);
    const bool is_night = text.is(at, DateWord::Night);
    if (is_night && text.is(before, DateWord::Last)) {
        return mark_of(text, before, at, clock.day(-1), "day-word", Tense::Past);
    }
    if (!is_night && !text.is(at, DateWord::DayPart)) { return {}; }
    if (!text.is(before, DateWord::This)) { return {}; }
    return mark_of(text, before, at, clock.day(0), "day-word", Tense::Unknown);
}

Found month(const DateText& text, const DateClock& clock, std::size_t at, int number)
{
    const auto read = read_month(text, at);
    if (!read) { return {}; }
    const Tense tense = tense_of(text, read->first, read->last, read->step);
    if (const auto phrase = year_phrase(text, text.right(read->last))) {
        const auto year = clock.year(phrase->step);
        if (!year) { return {}; }
        const Date date{*year / std::chrono::month{static_cast<unsigned>(number)} / 1,
                        Precision::Month};
        return mark_of(text, read->first, phrase->last, date, "month", tense);
    }
    return mark_of(text, read->first, read->last,
                   clock.month(static_cast<unsigned>(number), read->step, tense), "month", tense);
}

Found unit(const DateText& text, const DateClock& clock, std::size_t at, int unit_days)
{
    if (const auto read = read_ago(text, at)) {
        return mark_of(text, read->first, read->last, clock.ago(read->count, unit_days), "ago",
                       Tense::Past);
    }
    const auto read = read_period(text, at);
    if (!read) { return {}; }
    return mark_of(text, read->first, read->last, clock.period(unit_days, read->step), "period",
                   tense_of(text, read->first, read->last, read->step));
}

Found year(const DateText& text, std::size_t at)
{
    const auto read = read_year(text, at);
    if (!read) { return {}; }
    const Date date{std::chrono::year{read->number} / std::chrono::January / 1, Precision::Year};
    return mark_of(text, at, read->last, date, "year", text.tense(at, read->last));
}

}  // namespace

std::optional<DateMark> relative_date(const DateText& text, const DateClock& clock, std::size_t at,
                                      bool stated_before, bool stated_behind)
{
    if (ascii::is_digit(text.surface(at).front())) { return year(text, at); }
    const DateKinds kinds = text.kinds(at);
    if (kinds == 0) { return {}; }
    if (has(kinds, DateWord::Weekday) || has(kinds, DateWord::WeekdayOfFair)) {
        if (stated_before || stated_behind) { return {}; }
        return weekday(text, clock, at);
    }
    if (const auto number = text.value(at, DateWord::Month)) {
        return stated_behind ? Found{} : month(text, clock, at, *number);
    }
    if (const auto offset = text.value(at, DateWord::Day)) {
        return day_word(text, clock, at, *offset);
    }
    if (const auto days = text.value(at, DateWord::Unit)) { return unit(text, clock, at, *days); }
    if (has(kinds, DateWord::Morning)) {
        auto found = morning(text, clock, at);
        return found ? found : day_part(text, clock, at);
    }
    return day_part(text, clock, at);
}

}  // namespace dateline::indexer
