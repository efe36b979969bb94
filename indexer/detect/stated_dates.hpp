// The dates that a text states in figures ("16 February 2022", "el 28 de julio"), those without a
// year by what stands around them and by the date of publication.
#pragma once

#include "indexer/detect/relative_dates.hpp"

#include <vector>

namespace dateline::indexer {

/// A place where figures stand for a date.
struct StatedDate {
    DateMark mark{};
    std::optional<std::chrono::month_day> open{};  ///< the day, if no year stands beside it
    bool has_date = false;  ///< false if nobody can tell: part of a name, or no year to be found
};

/// All of them from byte `from` on, in order. Linear.
std::vector<StatedDate> stated_dates(const DateText& text, const DateClock& clock,
                                     std::size_t from);

}  // namespace dateline::indexer
