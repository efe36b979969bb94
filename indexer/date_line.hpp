// Lines that are nothing but a date.
#pragma once

#include "common/date.hpp"
#include "indexer/written_date.hpp"

#include <optional>
#include <string_view>

namespace dateline::indexer {

struct DateLine {
    Date date;
    bool updated = false;  ///< it says when the article was changed, not when it came out
};

/// Reads a line that holds a date and besides only labels, weekdays, times and time zones, or a
/// place before it: "Published: Friday, Nov 8, 2024 at 10:30 GMT", "Caracas, 8 de mayo de 2020".
std::optional<DateLine> read_date_line(std::string_view line, DayOrder order = DayOrder::Unknown);

}  // namespace dateline::indexer
