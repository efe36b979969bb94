// Dates as news writes them: "Nov. 8, 2024", "8 de noviembre de 2024", "24 августа 1991 года".
#pragma once

#include "common/date.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace dateline::indexer {

/// Whether 03/04/2022 is in April or in March.
enum class DayOrder : std::uint8_t {
    Unknown,
    DayFirst,
    MonthFirst,
};

/// A date found in a text.
struct WrittenDate {
    Date date;
    std::size_t begin = 0;  ///< half-open byte span in the text that was searched
    std::size_t end = 0;
    std::string_view rule{};  ///< the notation: "iso", "month-day-year", "day-month-year", …
};

/// A day of which the year is left open: "on February 16".
struct OpenDay {
    std::chrono::month_day day;
    std::size_t begin = 0;  ///< half-open byte span in the text that was searched
    std::size_t end = 0;
};

/// The first date in `text` (valid UTF-8) at or behind byte `from`. Needs at least a year and a
/// month; 1000 to 9999 (to 2199 beside a month's name). A day and month in figures alone
/// (03/04/2022) count only if their order is given or certain (21/02/2022; 03.04.2022, which nobody
/// writes with the month first). Of several days ("8-10 November 2024") the month is taken. Linear
/// in the text.
std::optional<WrittenDate> find_date(std::string_view text, std::size_t from = 0,
                                     DayOrder order = DayOrder::Unknown);

/// Like find_date(), but stops at days without a year, too.
std::optional<std::variant<WrittenDate, OpenDay>> find_day(std::string_view text,
                                                           std::size_t from = 0);

/// The order that the first date in `text` proves, if it is one in figures: 21/02/2022 is in the
/// order of the day, 02/21/2022 in that of the month; 03/04/2022 and 04/04/2022 prove nothing.
DayOrder shown_order(std::string_view text);

/// The date that a field of a dump states, in any notation find_date() knows, a bare year, or a
/// time stamp ("2024-11-08T10:30:00Z"; "Thu, 08 Nov 2024 10:30:00 GMT"; seconds since 1970).
std::optional<Date> read_date_field(std::string_view text, DayOrder order = DayOrder::Unknown);

}  // namespace dateline::indexer
