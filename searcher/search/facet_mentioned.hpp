// How many hits speak of each day, month or year.
#pragma once

#include "searcher/match/matches.hpp"
#include "searcher/search/facet_periods.hpp"

#include <optional>

namespace dateline::searcher {

/// Of each period that hits mention, in order of time, how many do: those that `mentions:` with the
/// period finds. What is only known to be of a longer period is not counted. Nothing when the time
/// is over.
std::optional<std::vector<PeriodCount>> count_mentioned(const Snapshot& snapshot,
                                                        const std::vector<ArticleSet>& hits,
                                                        Precision unit, Deadline& deadline);

}  // namespace dateline::searcher
