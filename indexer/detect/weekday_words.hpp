// Weekdays as a text writes them: "last Friday", "el lunes pasado", "segunda-feira (14)".
#pragma once

#include "indexer/detect/date_clock.hpp"
#include "indexer/detect/date_text.hpp"

namespace dateline::indexer {

struct WrittenWeekday {
    int number = 0;  ///< 1, Monday, to 7
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t end = 0;  ///< byte behind it, a day's closing bracket included
    Step step = Step::None;
    Step week = Step::None;  ///< "Monday of last week"
    unsigned day = 0;        ///< of the month, if it stands beside: "Tuesday (28)"
};

/// The weekday at a word; nothing if it is any such day ("every Monday"), part of a name ("Black
/// Friday"), or another word ("segunda vez").
std::optional<WrittenWeekday> read_weekday(const DateText& text, std::size_t at);

}  // namespace dateline::indexer
