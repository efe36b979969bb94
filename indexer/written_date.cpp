#include "indexer/written_date.hpp"

#include "indexer/date_marks.hpp"
#include "indexer/figure_dates.hpp"
#include "indexer/named_dates.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

namespace chrono = std::chrono;

FoundDate match_at(std::string_view text, std::size_t from, const Number& number, DayOrder order)
{
    if (is_year(number)) {
        if (auto found = match_year_first(text, number)) { return found; }
        if (auto found = match_east_asian(text, number)) { return found; }
        return match_month_year(text, from, number);
    }
    if (!is_day(number)) { return {}; }
    if (auto found = match_figures(text, number, order)) { return found; }
    const auto month_first = match_month_first(text, from, number);
    if (month_first && month_first->year != 0) { return month_first; }
    const auto day_first = match_day_first(text, from, number);
    return day_first && (day_first->year != 0 || !month_first) ? day_first : month_first;
}

FoundDate find_candidate(std::string_view text, std::size_t from, DayOrder order)
{
    std::size_t at = next_digit(text, from);
    while (at < text.size()) {
        const Number number = read_number(text, at);
        const bool alone = begins_alone(text, at) || range_begin(text, from, at) != at;
        if (alone) {
            if (auto found = match_at(text, from, number, order)) { return found; }
        }
        at = next_digit(text, number.end);
    }
    return {};
}

WrittenDate written(const DateCandidate& found)
{
    const auto day = chrono::year{static_cast<int>(found.year)} / chrono::month{found.month} /
                     chrono::day{std::max(found.day, 1U)};
    return {.date = {chrono::sys_days{day}, found.day == 0 ? Precision::Month : Precision::Day},
            .begin = found.begin,
            .end = found.end,
            .rule = found.rule};
}

}  // namespace

std::optional<WrittenDate> find_date(std::string_view text, std::size_t from, DayOrder order)
{
    while (const auto found = find_candidate(text, from, order)) {
        if (found->year != 0) { return written(*found); }
        from = found->end;
    }
    return {};
}

DayOrder shown_order(std::string_view text)
{
    const auto found = find_date(text);
    if (!found || found->rule != "figures") { return DayOrder::Unknown; }
    const std::chrono::year_month_day date{found->date.first};
    const auto day = static_cast<unsigned>(date.day());
    if (day == static_cast<unsigned>(date.month())) { return DayOrder::Unknown; }
    return read_number(text, found->begin).value == day ? DayOrder::DayFirst : DayOrder::MonthFirst;
}

std::optional<std::variant<WrittenDate, OpenDay>> find_day(std::string_view text, std::size_t from)
{
    const auto found = find_candidate(text, from, DayOrder::Unknown);
    if (!found) { return {}; }
    if (found->year != 0) { return written(*found); }
    return OpenDay{chrono::month{found->month} / chrono::day{found->day}, found->begin, found->end};
}

}  // namespace dateline::indexer
