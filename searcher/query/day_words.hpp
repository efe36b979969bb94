// Days of publication as queries say them: ranges, comparisons, and spans that end today.
#pragma once

#include "common/date.hpp"

#include <array>
#include <string_view>

namespace dateline::searcher {

/// A way to write days behind date:, as `syntax` prints it.
struct DayExample {
    std::string_view written;
    std::string_view summary;
};
inline constexpr auto kDayExamples = std::to_array<DayExample>({
    {"date:2022-02-16 date:2022-02 date:2022", "a day, a month, a year"},
    {"date:2022-02..2022-05 date:..2023", "from, to, or both; all of the last month counts"},
    {"date:[2022 TO 2023]", "the same"},
    {"date:>=2022-05 date:<2022", "on or after, before; also > and <="},
    {"date:last-30-days", "today and 29 days before; also weeks, months, years"},
    {"date:today date:yesterday", "in UTC"},
    {"date:undated", "without a date"},
    {"mentions:2022-02-16 mentions:2022-02..2022-05", "a date that the text speaks of, likewise"},
});

/// Reads what parse_day_range() does, and >=2022-05, >2022, <=2022, <2022-05-01, today, yesterday,
/// last-30-days (today and 29 days before; also -weeks, -months, -years). Fails with QuerySyntax,
/// Error::offset within the text.
Result<DayRange> parse_days(std::string_view text, std::chrono::sys_days today);

}  // namespace dateline::searcher
