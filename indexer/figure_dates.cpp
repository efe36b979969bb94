#include "indexer/figure_dates.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// Figures side by side, as in 2024-11-08: not behind a mark that makes them part of an address.
bool begins_figures(std::string_view text, std::size_t begin)
{
    constexpr std::string_view kJoints = "-/.=";
    return begin == 0 || kJoints.find(text[begin - 1]) == std::string_view::npos;
}

bool ends_figures(std::string_view text, std::size_t end)
{
    const bool time = (stands_at(text, end, "T") || stands_at(text, end, "t")) &&
                      read_number(text, end + 1).digits != 0;
    return time || stands_at(text, end, "Z") || ends_alone(text, end);
}

/// Behind the first of `marks` at `at`, after a gap; `at` if there is none.
std::size_t skip_mark(std::string_view text, std::size_t at,
                      const std::array<std::string_view, 3>& marks)
{
    const std::size_t place = skip_gap(text, at);
    for (const std::string_view mark : marks) {
        if (stands_at(text, place, mark)) { return place + mark.size(); }
    }
    return at;
}

}  // namespace

FoundDate match_year_first(std::string_view text, const Number& year)
{
    if (year.end >= text.size() || !begins_figures(text, year.begin)) { return {}; }
    const char joint = text[year.end];
    if (joint != '-' && joint != '/' && joint != '.') { return {}; }
    const Number month = read_number(text, year.end + 1);
    if (month.digits == 0 || month.digits > 2 || month.end >= text.size() ||
        text[month.end] != joint) {
        return {};
    }
    const Number day = read_number(text, month.end + 1);
    if (!is_day(day) || !ends_figures(text, day.end)) { return {}; }
    // 2024.1.2 is a version.
    if (joint == '.' && month.digits + day.digits != 4) { return {}; }
    return if_real({year.value, month.value, day.value, year.begin, day.end,
                    joint == '-' ? "iso" : "year-month-day"});
}

FoundDate match_east_asian(std::string_view text, const Number& year)
{
    const std::size_t after_year = skip_mark(text, year.end, {"年", "년", "年"});
    if (after_year == year.end) { return {}; }
    const Number month = read_number(text, skip_gap(text, after_year));
    const std::size_t after_month = skip_mark(text, month.end, {"月", "월", "月"});
    if (month.digits == 0 || month.digits > 2 || after_month == month.end) { return {}; }
    DateCandidate found{year.value, month.value, 0, year.begin, after_month, "year-month-day"};
    const Number day = read_number(text, skip_gap(text, after_month));
    const std::size_t after_day = skip_mark(text, day.end, {"日", "일", "号"});
    if (is_day(day) && after_day != day.end) {
        found.day = day.value;
        found.end = after_day;
    }
    return if_real(found);
}

FoundDate match_figures(std::string_view text, const Number& first, DayOrder order)
{
    if (first.end >= text.size() || !begins_figures(text, first.begin)) { return {}; }
    const char joint = text[first.end];
    if (joint != '-' && joint != '/' && joint != '.') { return {}; }
    const Number second = read_number(text, first.end + 1);
    if (!is_day(second) || second.end >= text.size() || text[second.end] != joint) { return {}; }
    const Number year = read_number(text, second.end + 1);
    if (!is_year(year) || !ends_figures(text, year.end)) { return {}; }
    const unsigned low = std::min(first.value, second.value);
    const unsigned high = std::max(first.value, second.value);
    if (high > 12 || low == high) {
        return if_real({year.value, low, high, first.begin, year.end, "figures"});
    }
    if (joint == '.' && first.digits + second.digits == 4) { order = DayOrder::DayFirst; }
    if (order == DayOrder::Unknown) { return {}; }
    const bool day_first = order == DayOrder::DayFirst;
    return if_real({year.value, day_first ? second.value : first.value,
                    day_first ? first.value : second.value, first.begin, year.end, "figures"});
}

}  // namespace dateline::indexer
