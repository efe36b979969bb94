// What a place in a text may mean as a date, before the calendar has said whether there is such a
// day.
#pragma once

#include "indexer/date_marks.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline::indexer {

struct DateCandidate {
    unsigned year = 0;  ///< 0: left open
    unsigned month = 0;
    unsigned day = 0;  ///< 0: the whole month
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view rule{};
};

/// What was read at a place, or nothing.
using FoundDate = std::optional<DateCandidate>;

/// Nothing if the calendar has no such day.
FoundDate if_real(const DateCandidate& found);

/// Whether a number may be that of a day.
inline bool is_day(const Number& number)
{
    return (number.digits == 1 || number.digits == 2) && number.value >= 1 && number.value <= 31;
}

/// Whether a number may be a year without a month's name beside it.
inline bool is_year(const Number& number) { return number.digits == 4 && number.value >= 1000; }

}  // namespace dateline::indexer
