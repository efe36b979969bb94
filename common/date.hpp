// Days and ranges of days, as people write them in queries, options and article dumps.
#pragma once

#include "common/result.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// A run of whole days in the proleptic Gregorian calendar, UTC, both ends included.
///
/// Invariant: first <= last. parse_day_range() is the way to get one from text.
struct DayRange {
    std::chrono::sys_days first;
    std::chrono::sys_days last;

    friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// How much of a date is known.
enum class Precision : std::uint8_t { Day, Month, Year };

/// A date as news states it: a day, a month or only a year.
struct Date {
    std::chrono::sys_days first;  ///< its first day
    Precision precision = Precision::Day;

    friend bool operator==(const Date&, const Date&) = default;
};

/// All the days that `date` may mean.
DayRange days_of(const Date& date);

/// "2024-02-29", "2024-02" or "2024", by its precision.
std::string to_string(const Date& date);

/// "day", "month" or "year".
std::string_view name_of(Precision precision);

/// Reads "2024", "2024-02" or "2024-02-29", and nothing else. Fails with QuerySyntax.
Result<Date> parse_date(std::string_view text);

/// Reads "2024", "2024-02" or "2024-02-29", or two of them joined by "..": "2019..2020-03".
///
/// A part stands for all its days, so "2019..2020-03" runs from 1 January 2019 to 31 March 2020.
/// One side may be left out: "..2023" begins with the year 1, "2023.." ends with 9999.
/// `text` is ASCII. Fails with QuerySyntax, Error::offset at the part that is wrong, when a part
/// is not a date, or when the range would run backwards. Years are 0001 to 9999.
Result<DayRange> parse_day_range(std::string_view text);

}  // namespace dateline
