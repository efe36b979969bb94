#include "common/date.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstdio>
#include <string>

namespace dateline {
namespace {

namespace chrono = std::chrono;

constexpr std::string_view kRangeMark = "..";
constexpr DayRange kAllDays{chrono::year{1} / 1 / 1, chrono::year{9999} / 12 / 31};

Failure bad_date(std::string_view part, std::size_t offset)
{
    auto failure = fail(ErrorKind::QuerySyntax, "'" + std::string{part} + "' is not a date",
                        "write YYYY, YYYY-MM or YYYY-MM-DD");
    failure.error.offset = offset;
    return failure;
}

/// Takes exactly `digits` decimal digits off the front of `text`; 0 if they are not there.
unsigned take_number(std::string_view& text, std::size_t digits)
{
    unsigned number = 0;
    const char* end = text.data() + std::min(digits, text.size());
    const auto [stop, problem] = std::from_chars(text.data(), end, number);
    if (problem != std::errc{} || stop != text.data() + digits) { return 0; }
    text.remove_prefix(digits);
    return number;
}

bool take_dash(std::string_view& text)
{
    if (!text.starts_with('-')) { return false; }
    text.remove_prefix(1);
    return true;
}

/// The days that one part covers: a year, a month or a day.
Result<DayRange> parse_part(const std::string_view part, std::size_t offset)
{
    std::string_view rest = part;
    const unsigned year_number = take_number(rest, 4);
    if (year_number == 0) { return bad_date(part, offset); }
    const chrono::year year{static_cast<int>(year_number)};
    if (rest.empty()) { return DayRange{year / 1 / 1, year / 12 / 31}; }

    if (!take_dash(rest)) { return bad_date(part, offset); }
    const auto month = year / chrono::month{take_number(rest, 2)};
    if (!month.ok()) { return bad_date(part, offset); }
    if (rest.empty()) { return DayRange{month / 1, month / chrono::last}; }

    if (!take_dash(rest)) { return bad_date(part, offset); }
    const auto day = month / chrono::day{take_number(rest, 2)};
    if (!day.ok() || !rest.empty()) { return bad_date(part, offset); }
    return DayRange{day, day};
}

}  // namespace

DayRange days_of(const Date& date)
{
    const chrono::year_month_day first{date.first};
    switch (date.precision) {
        case Precision::Day:
            return {date.first, date.first};
        case Precision::Month:
            return {date.first, first.year() / first.month() / chrono::last};
        case Precision::Year:
            return {date.first, first.year() / 12 / 31};
    }
    return {date.first, date.first};
}

std::string to_string(const Date& date)
{
    const chrono::year_month_day day{date.first};
    std::array<char, 16> text{};
    const int size =
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                      static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    assert(size == 10);
    const std::size_t cut = date.precision == Precision::Year    ? 6
                            : date.precision == Precision::Month ? 3
                                                                 : 0;
    return {text.data(), static_cast<std::size_t>(size) - cut};
}

std::string_view name_of(Precision precision)
{
    switch (precision) {
        case Precision::Day:
            return "day";
        case Precision::Month:
            return "month";
        case Precision::Year:
            return "year";
    }
    return "day";
}

Result<Date> parse_date(std::string_view text)
{
    const auto days = parse_part(text, 0);
    if (!days) { return Failure{days.error()}; }
    const auto precision = text.size() == 4   ? Precision::Year
                           : text.size() == 7 ? Precision::Month
                                              : Precision::Day;
    return Date{days->first, precision};
}

Result<DayRange> parse_day_range(std::string_view text)
{
    const auto mark = text.find(kRangeMark);
    if (mark == std::string_view::npos) { return parse_part(text, 0); }

    const auto second = mark + kRangeMark.size();
    if (text.size() == kRangeMark.size()) { return bad_date(text, 0); }
    auto from = mark == 0 ? Result<DayRange>{kAllDays} : parse_part(text.substr(0, mark), 0);
    if (!from) { return from; }
    auto until = second == text.size() ? Result<DayRange>{kAllDays}
                                       : parse_part(text.substr(second), second);
    if (!until) { return until; }

    if (until->last < from->first) {
        auto failure = fail(ErrorKind::QuerySyntax, "the range ends before it begins");
        failure.error.offset = second;
        return failure;
    }
    return DayRange{from->first, until->last};
}

}  // namespace dateline
