// Publication dates outside of fields: a line that is nothing but a date, a dateline, a URL's path.
#pragma once

#include "common/date.hpp"
#include "indexer/written_date.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

/// A line that is nothing but a date.
struct DateLine {
    Date date;
    bool updated = false;  ///< it says when the article was changed, not when it came out
};

/// Reads a line that holds a date and besides only labels, weekdays, times and time zones, or a
/// place before it: "Published: Friday, Nov 8, 2024 at 10:30 GMT", "Caracas, 8 de mayo de 2020".
std::optional<DateLine> read_date_line(std::string_view line, DayOrder order = DayOrder::Unknown);

/// What an agency's story begins with: "CARACAS, Nov 8, 2024 (Reuters) - ".
struct Dateline {
    std::optional<Date> date{};                   ///< none if it states no year
    std::optional<std::chrono::month_day> day{};  ///< what it states then
    std::string agency{};                         ///< may be empty
    std::size_t size = 0;                         ///< bytes of the paragraph before the dash
};

/// The dateline at the front of `paragraph`, if it has one.
std::optional<Dateline> read_dateline(std::string_view paragraph);

/// The date in the path of a URL: /2024/11/08/, /2024/nov/8/, /2024/11/, 2024-11-08, /20241108/.
std::optional<Date> date_in_url(std::string_view url);

/// Whether `word` (folded) names a day of the week, in the languages of find_date().
bool is_weekday(std::string_view folded);

/// Whether `folded` may stand beside a date and is no news: a label, a weekday, a time zone, a
/// filler; and beside a figure what makes a time of it: "2 days ago".
bool is_date_word(std::string_view folded, bool beside_figure);

/// Whether `folded` says that the date beside it is that of a change.
bool is_update_word(std::string_view folded);

/// Whether there is nothing but figures, marks and date words, as written: "10h32", "7:00am",
/// "Fri.,".
bool is_dateish(std::string_view text, bool beside_figure);

}  // namespace dateline::indexer
