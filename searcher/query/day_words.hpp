// Days of publication as queries say them: ranges, comparisons, and spans that end today.
#pragma once

#include "common/date.hpp"

#include <optional>
#include <string_view>

namespace dateline::searcher {

/// Reads what parse_day_range() does, and >=2022-05, >2022, <=2022, <2022-05-01, today, yesterday,
/// last-30-days (today and 29 days before; also -weeks, -months, -years). Fails with QuerySyntax,
/// Error::offset within the text.
Result<DayRange> parse_days(std::string_view text, std::chrono::sys_days today);

}  // namespace dateline::searcher
