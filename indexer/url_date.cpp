#include "indexer/url_date.hpp"

#include "indexer/date_marks.hpp"
#include "indexer/month_names.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

namespace chrono = std::chrono;

constexpr unsigned kFirstYear = 1800;  // an archive's oldest; below, it is a number of something
constexpr unsigned kLastYear = 2199;

/// The next piece of a path, and the path behind its slash.
std::string_view take_segment(std::string_view& path)
{
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(std::min(path.size(), segment.size() + 1));
    return segment;
}

/// The number that `segment` is, of `fewest` to `most` digits; 0 if it is none.
unsigned whole_number(std::string_view segment, unsigned fewest, unsigned most)
{
    const Number number = read_number(segment, 0);
    const bool whole =
        number.end == segment.size() && number.digits >= fewest && number.digits <= most;
    return whole ? number.value : 0;
}

bool is_year(unsigned year) { return year >= kFirstYear && year <= kLastYear; }

/// The date of these numbers, only its month if the day is none; nothing if the month is none.
std::optional<Date> date_of(unsigned year, unsigned month, unsigned day)
{
    const auto of_month = chrono::year{static_cast<int>(year)} / chrono::month{month};
    if (!is_year(year) || !of_month.ok()) { return {}; }
    const auto date = of_month / chrono::day{day};
    if (date.ok()) { return Date{chrono::sys_days{date}, Precision::Day}; }
    return Date{chrono::sys_days{of_month / 1}, Precision::Month};
}

/// "08" or "nov".
unsigned month_of(std::string_view segment)
{
    if (const unsigned number = whole_number(segment, 1, 2)) { return number; }
    const auto name = month_at(segment, 0);
    return name && name->end == segment.size() ? name->month : 0;
}

/// 2024-11-08 within a segment.
std::optional<Date> date_in_segment(std::string_view segment)
{
    for (std::size_t at = next_digit(segment, 0); at < segment.size();) {
        const Number year = read_number(segment, at);
        at = next_digit(segment, year.end);
        if (year.digits != 4 || !segment.substr(year.end).starts_with('-')) { continue; }
        const Number month = read_number(segment, year.end + 1);
        if (month.digits != 2 || !segment.substr(month.end).starts_with('-')) { continue; }
        const Number day = read_number(segment, month.end + 1);
        const auto date = date_of(year.value, month.value, day.value);
        if (day.digits == 2 && date && date->precision == Precision::Day) { return date; }
    }
    return {};
}

}  // namespace

std::optional<Date> date_in_url(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    std::string_view path = scheme == std::string_view::npos ? url : url.substr(scheme + 3);
    path = path.substr(0, path.find_first_of("?#"));
    take_segment(path);
    while (!path.empty()) {
        const std::string_view segment = take_segment(path);
        if (const unsigned year = whole_number(segment, 4, 4)) {
            std::string_view rest = path;
            const unsigned month = month_of(take_segment(rest));
            const unsigned day = whole_number(take_segment(rest), 1, 2);
            if (auto date = date_of(year, month, day)) { return date; }
        }
        if (const unsigned digits = whole_number(segment, 8, 8)) {
            const auto date = date_of(digits / 10000, digits / 100 % 100, digits % 100);
            if (date && date->precision == Precision::Day) { return date; }
        }
        if (auto date = date_in_segment(segment)) { return date; }
    }
    return {};
}

}  // namespace dateline::indexer
