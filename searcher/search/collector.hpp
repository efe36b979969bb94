// Goes through all matches of a plan: the exact total, the set of hits, and the best of them.
#pragma once

#include "common/storage/tombstones.hpp"
#include "searcher/query/plan.hpp"
#include "searcher/search/request.hpp"

#include <vector>

namespace dateline::searcher {

/// A hit before anything is read of it.
struct RankedHit {
    float score = 0;
    std::int32_t day = kUndated;
    std::uint32_t segment = 0;
    std::uint32_t index = 0;  ///< of the article in its segment
};

struct Collected {
    std::uint64_t total = 0;
    std::vector<ArticleSet> hits{};  ///< for each segment
    std::vector<RankedHit> best{};   ///< best first, at most offset + limit
};

/// Evaluates the plan over every segment; removed articles are left out. Fails with Timeout when
/// the time is over: part of an answer would be another answer.
Result<Collected> collect(const Snapshot& snapshot, const PlanNode& plan,
                          const SearchRequest& request, Deadline& deadline);

}  // namespace dateline::searcher
