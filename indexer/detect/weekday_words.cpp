#include "indexer/detect/weekday_words.hpp"

#include "indexer/date_marks.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr auto kNone = DateText::kNoWord;

bool is_weekday_word(const DateText& text, std::size_t at)
{
    return text.is(at, DateWord::Weekday) || text.is(at, DateWord::WeekdayOfFair);
}

/// English weekdays have a capital; others only where sentences or headlines give them one, and
/// Russian ones stand behind a preposition or the like: среда is also the environment.
bool is_written_so(const DateText& text, std::size_t at)
{
    if (text.value(at, DateWord::Weekday, DateLanguage::English)) { return text.has_capital(at); }
    const std::size_t before = text.left(at);
    if (text.value(at, DateWord::Weekday, DateLanguage::Russian)) {
        return text.is(before, DateWord::Opener) || text.is(before, DateWord::Last) ||
               text.is(before, DateWord::Next) || text.is(before, DateWord::This);
    }
    return !text.has_capital(at) || text.begins_sentence(at) ||
           text.is(before, DateWord::Article) || text.is(before, DateWord::This);
}

bool is_name(const DateText& text, std::size_t first, std::size_t last)
{
    const std::size_t before = text.left(first);
    const std::size_t behind = text.right(last);
    if (text.is(behind, DateWord::BehindName) && text.has_capital(behind)) { return true; }
    return text.is(before, DateWord::BeforeName) && text.has_capital(before);
}

/// Whether "to" and another weekday stand on one side.
bool is_range(const DateText& text, std::size_t first, std::size_t last)
{
    const std::size_t to = text.right(last);
    if (text.is(to, DateWord::Range) && is_weekday_word(text, text.right(to))) { return true; }
    const std::size_t from = text.left(first);
    if (!text.is(from, DateWord::Range)) { return false; }
    std::size_t other = text.left(from);
    if (text.is(other, DateWord::Fair)) { other = text.left(other); }
    return is_weekday_word(text, other);
}

/// The number beside it that is its day: in brackets; in Spanish and Portuguese also without.
void read_day(const DateText& text, WrittenWeekday& found)
{
    const std::size_t at = found.last + 1;
    if (at >= text.size()) { return; }
    const std::string_view gap = text.gap_behind(found.last);
    const bool is_english = (text.languages() & static_cast<LanguageSet>(DateLanguage::English)) &&
                            text.value(found.last, DateWord::Weekday, DateLanguage::English);
    if (gap != " (" && (gap != " " || is_english || text.is(found.last, DateWord::Habit))) {
        return;
    }
    const Number number = read_number(text.text(), text.begin(at));
    const std::string_view behind = text.text().substr(number.end, 2);
    if (number.digits == 0 || number.digits > 2 || number.value == 0 || number.value > 31) {
        return;
    }
    if (gap == " (") {
        if (!behind.starts_with(')')) { return; }
        found.end = number.end + 1;
    } else {
        constexpr std::string_view kOtherNumbers = ":.%h-/";
        const bool is_other = !behind.empty() && kOtherNumbers.find(behind[0]) != kNone &&
                              !(behind == "." || behind == ". ");
        if (is_other || number.end != text.end(at) || text.is(text.right(at), DateWord::Counted)) {
            return;
        }
        found.end = number.end;
    }
    found.day = number.value;
    found.last = at;
}

Step step_of(const DateText& text, std::size_t at)
{
    if (text.is(at, DateWord::Last) || text.is(at, DateWord::LastDay)) { return Step::Last; }
    if (text.is(at, DateWord::Next)) { return Step::Next; }
    return text.is(at, DateWord::This) ? Step::This : Step::None;
}

void read_steps(const DateText& text, WrittenWeekday& found)
{
    const std::size_t before = text.left(found.first);
    found.step = step_of(text, before);
    if (found.step != Step::None) { found.first = before; }
    // "this past Friday", "este próximo lunes"
    const std::size_t second = text.left(found.first);
    if (found.step != Step::None && text.is(second, DateWord::This)) { found.first = second; }
    if (found.step != Step::None || found.day != 0) { return; }
    std::size_t behind = text.right(found.last);
    if (text.is(behind, DateWord::Of) && text.value(behind, DateWord::Of, DateLanguage::English)) {
        behind = text.right(behind);
    }
    const Step step = step_of(text, behind);
    const std::size_t unit = text.right(behind);
    if (step != Step::None && text.value(unit, DateWord::Unit) == 7) {
        found.week = step;
        found.last = unit;
    } else if (!text.value(behind, step == Step::Last ? DateWord::Last : DateWord::Next,
                           DateLanguage::English) &&
               (step == Step::Last || step == Step::Next) && !text.is(unit, DateWord::Unit)) {
        found.step = step;
        found.last = behind;
    } else if (text.surface(behind) == "que" && text.is(unit, DateWord::NextOfTwo)) {
        found.step = Step::Next;
        found.last = unit;
    }
    found.end = text.end(found.last);
}

/// "the Monday after", of another day than that of publication.
bool counts_from_elsewhere(const DateText& text, const WrittenWeekday& found)
{
    const std::string_view behind = text.surface(text.right(found.last));
    return text.is(text.left(found.first), DateWord::Period) &&
           (behind == "after" || behind == "before" || behind == "following");
}

}  // namespace

std::optional<WrittenWeekday> read_weekday(const DateText& text, std::size_t at)
{
    WrittenWeekday found{.first = at, .last = at};
    if (const auto number = text.value(at, DateWord::Weekday)) {
        found.number = *number;
    } else {
        found.number = text.value(at, DateWord::WeekdayOfFair).value_or(0);
    }
    const bool needs_fair = text.is(at, DateWord::WeekdayOfFair);
    const std::size_t fair = text.right(at);
    const bool has_fair = needs_fair && text.is(fair, DateWord::Fair);
    if (has_fair) { found.last = fair; }
    found.end = text.end(found.last);
    if (!is_written_so(text, at) || is_name(text, found.first, found.last) ||
        text.is(text.left(at), DateWord::Habit) || is_range(text, found.first, found.last)) {
        return {};
    }
    read_day(text, found);
    read_steps(text, found);
    // "nesta segunda," but not "nesta segunda etapa"
    const bool is_closed = found.step == Step::This && text.right(found.last) == kNone;
    if (needs_fair && !has_fair && found.day == 0 && !is_closed) { return {}; }
    if (counts_from_elsewhere(text, found)) { return {}; }
    return found;
}

}  // namespace dateline::indexer
