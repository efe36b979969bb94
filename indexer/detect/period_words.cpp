#include "indexer/detect/period_words.hpp"

#include "common/text/ascii.hpp"
#include "indexer/date_marks.hpp"
#include "indexer/detect/relative_dates.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr auto kNone = DateText::kNoWord;
constexpr int kWholeDay = 1;
constexpr int kYear = 365;
constexpr unsigned kLongestSeries = 3;  ///< "in March, April and May": looked back so far

Step step_at(const DateText& text, std::size_t at)
{
    if (text.is(at, DateWord::Last)) { return Step::Last; }
    if (text.is(at, DateWord::Next)) { return Step::Next; }
    return text.is(at, DateWord::This) ? Step::This : Step::None;
}

/// A step behind what it belongs to, as in Spanish and Portuguese: "pasado", "que viene".
std::optional<WrittenPeriod> step_behind(const DateText& text, std::size_t at)
{
    const std::size_t behind = text.right(at);
    for (const DateLanguage language : {DateLanguage::Spanish, DateLanguage::Portuguese}) {
        if (text.value(behind, DateWord::Last, language)) {
            return WrittenPeriod{.first = at, .last = behind, .step = Step::Last};
        }
        if (text.value(behind, DateWord::Next, language)) {
            return WrittenPeriod{.first = at, .last = behind, .step = Step::Next};
        }
    }
    const std::size_t second = text.right(behind);
    if (text.surface(behind) == "que" && text.is(second, DateWord::NextOfTwo)) {
        return WrittenPeriod{.first = at, .last = second, .step = Step::Next};
    }
    return {};
}

bool is_number(const DateText& text, std::size_t at)
{
    const std::string_view word = text.surface(at);
    return !word.empty() && ascii::is_digit(word.front());
}

/// Whether what stands before a month or year opens a time. `Test` says what may stand in a series.
template <class Test>
bool is_opened(const DateText& text, std::size_t at, Test is_alike)
{
    for (unsigned n = 0; n < kLongestSeries; ++n) {
        const std::size_t before = text.left(at);
        if (text.is(before, DateWord::Opener) || text.is(before, DateWord::PartOf)) { return true; }
        if (text.is(before, DateWord::Of) && text.is(text.left(before), DateWord::PartOf)) {
            return true;
        }
        const std::size_t behind = text.right(at);
        if (text.is(before, DateWord::WeakOpener) && !text.has_capital(behind)) { return true; }
        if (!text.is(before, DateWord::Joint) || !is_alike(text.left(before))) { return false; }
        at = text.left(before);
    }
    return false;
}

bool is_written_as_month(const DateText& text, std::size_t at)
{
    const bool is_english = text.value(at, DateWord::Month, DateLanguage::English).has_value();
    return text.has_capital(at) == is_english ||
           (!is_english && text.left(at) == kNone && text.begins_sentence(at));
}

int count_at(const DateText& text, std::size_t at)
{
    if (!is_number(text, at)) { return text.value(at, DateWord::Count).value_or(0); }
    const Number number = read_number(text.text(), text.begin(at));
    return number.digits <= 3 && number.end == text.end(at) ? static_cast<int>(number.value) : 0;
}

bool is_year_number(const DateText& text, std::size_t at)
{
    constexpr unsigned kFirst = 1900;
    constexpr unsigned kLast = 2100;
    if (at >= text.size()) { return false; }
    const std::string_view word = text.written(at);
    if (word.size() != 4 || !is_number(text, at)) { return false; }
    const Number number = read_number(text.text(), text.begin(at));
    return number.digits == 4 && number.end == text.end(at) && number.value >= kFirst &&
           number.value <= kLast;
}

/// "in 2000 houses": a plural behind it.
bool counts_things(const DateText& text, std::size_t at)
{
    const std::size_t behind = text.right(at);
    if (behind == kNone) { return false; }
    if (text.is(behind, DateWord::Counted)) { return true; }
    const std::string_view word = text.written(behind);
    const bool is_round = text.written(at).ends_with("00");
    return is_round && !text.has_capital(behind) && word.size() > 3 && word.ends_with('s');
}

}  // namespace

std::optional<YearPhrase> year_phrase(const DateText& text, std::size_t at)
{
    if (text.is(at, DateWord::Of)) { at = text.right(at); }
    const Step step = step_at(text, at);
    const std::size_t unit = step == Step::None ? at : text.right(at);
    if (text.value(unit, DateWord::Unit) != kYear) { return {}; }
    if (step != Step::None) { return YearPhrase{step, unit}; }
    if (const auto behind = step_behind(text, unit)) {
        return YearPhrase{behind->step, behind->last};
    }
    return {};
}

std::optional<WrittenPeriod> read_month(const DateText& text, std::size_t at)
{
    if (!is_written_as_month(text, at)) { return {}; }
    const std::size_t behind = text.right(at);
    if (is_number(text, behind) || is_number(text, text.left(at))) { return {}; }
    if (text.is(behind, DateWord::BehindName) && text.has_capital(behind)) { return {}; }
    const std::size_t before = text.left(at);
    if (const Step step = step_at(text, before); step != Step::None) {
        return WrittenPeriod{.first = before, .last = at, .step = step};
    }
    if (auto found = step_behind(text, at)) { return found; }
    const bool is_behind_year = year_phrase(text, behind).has_value();
    const auto is_month = [&text](std::size_t other) { return text.is(other, DateWord::Month); };
    if (!is_behind_year && !is_opened(text, at, is_month)) { return {}; }
    return WrittenPeriod{.first = at, .last = at, .step = Step::None};
}

std::optional<WrittenPeriod> read_period(const DateText& text, std::size_t at)
{
    if (text.value(at, DateWord::Unit) == kWholeDay) { return {}; }
    const std::size_t before = text.left(at);
    if (const Step step = step_at(text, before); step != Step::None) {
        const std::size_t article = text.left(before);
        if (text.is(article, DateWord::Period) && step != Step::This) { return {}; }
        return WrittenPeriod{.first = before, .last = at, .step = step};
    }
    return step_behind(text, at);
}

std::optional<WrittenAgo> read_ago(const DateText& text, std::size_t at)
{
    WrittenAgo found{.first = at, .last = at};
    const std::size_t before = text.left(at);
    found.count = count_at(text, before);
    if (found.count != 0) { found.first = before; }
    const std::size_t opener = text.left(found.first);
    const bool is_ago_behind = text.is(text.right(at), DateWord::Ago);
    if (is_ago_behind) { found.last = text.right(at); }
    if (found.count == 0) {
        // "год назад", but not "много лет назад"
        static constexpr auto kSingle = std::to_array<std::string_view>({"неделю", "месяц", "год"});
        const bool is_single =
            std::find(kSingle.begin(), kSingle.end(), text.surface(at)) != kSingle.end() &&
            !text.is(before, DateWord::Vague) && !text.is(before, DateWord::This);
        if (!is_ago_behind || !is_single) { return {}; }
        found.count = 1;
        return found;
    }
    if (text.is(opener, DateWord::AgoBefore)) {
        if (text.is(text.left(opener), DateWord::Vague)) { return {}; }
        found.first = opener;
        return found;
    }
    if (!is_ago_behind || text.is(opener, DateWord::Vague)) { return {}; }
    return found;
}

std::optional<WrittenYear> read_year(const DateText& text, std::size_t at)
{
    if (!is_year_number(text, at) || counts_things(text, at)) { return {}; }
    const std::size_t end = text.end(at);
    const std::string_view behind = text.text().substr(end, 2);
    if (!ends_alone(text.text(), end) || behind.starts_with('%')) { return {}; }
    WrittenYear found{.last = at};
    found.number = static_cast<int>(read_number(text.text(), text.begin(at)).value);
    const std::size_t word = text.right(at);
    if (text.is(word, DateWord::YearWord) && !text.is(text.left(at), DateWord::Street)) {
        found.last = word;
        return found;
    }
    if (!begins_alone(text.text(), text.begin(at))) { return {}; }
    const auto is_year = [&text](std::size_t other) { return is_year_number(text, other); };
    const bool is_russian = text.languages() == static_cast<LanguageSet>(DateLanguage::Russian);
    if (is_russian || !is_opened(text, at, is_year)) { return {}; }
    return found;
}

}  // namespace dateline::indexer
