// The hits of a query in the course of time, and who and where its peaks are about.
#pragma once

#include "searcher/search/name_stats.hpp"

namespace dateline::searcher {

struct TimelineRow {
    std::string period{};  ///< YYYY[-MM[-DD]], or "undated", which comes last
    std::uint64_t articles = 0;
    bool is_peak = false;
    std::vector<std::string> people{};     ///< of a peak: the most frequent three
    std::vector<std::string> countries{};  ///< likewise, as they are called
};

/// So many periods without hits are shown, at most, so that distances in time can be seen.
inline constexpr std::size_t kMostEmptyPeriods = 400;

/// So many peaks have their people and countries.
inline constexpr std::size_t kMostPeaks = 5;

/// The periods in order. A peak has at least as many hits as the mean period and its neighbours.
/// Nothing once the deadline has passed.
std::optional<std::vector<TimelineRow>> timeline(const Snapshot& snapshot,
                                                 const std::vector<ArticleSet>& hits,
                                                 Precision unit, Deadline& deadline);

}  // namespace dateline::searcher
