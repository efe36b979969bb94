// Words that may stand beside a date and are no news: labels, weekdays, time zones, fillers.
#pragma once

#include <string_view>

namespace dateline::indexer {

/// Whether `folded` names a day of the week, in the languages of find_date().
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
