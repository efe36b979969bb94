// Goes through all matches of a plan: the exact total, the set of hits, and the best of them.
#pragma once

#include "common/storage/tombstones.hpp"
#include "searcher/query/plan.hpp"
#include "searcher/search/crew.hpp"
#include "searcher/search/request.hpp"
#include "searcher/search/stretches.hpp"

#include <vector>

namespace dateline::searcher {

/// A hit before anything is read of it.
struct RankedHit {
    float score = 0;
    std::int32_t day = kUndated;
    std::uint32_t segment = 0;
    std::uint32_t index = 0;  ///< of the article in its segment
};

/// The order of relevance, total, so that pages do not overlap: ties go to the article indexed
/// first.
inline bool ranks_before(const RankedHit& a, const RankedHit& b)
{
    if (a.score != b.score) { return a.score > b.score; }
    if (a.segment != b.segment) { return a.segment < b.segment; }
    return a.index < b.index;
}

/// Whether the page has hits that are ranked anew (see kRerankDepth).
inline bool is_reranked(const SearchRequest& request)
{
    return request.sort == SortOrder::Relevance && request.ranking != kBm25Only &&
           request.limit > 0 && request.offset < kRerankDepth;
}

struct Collected {
    std::uint64_t total = 0;
    std::vector<ArticleSet> hits{};  ///< for each segment
    std::vector<RankedHit> best{};   ///< best first by BM25 or date; at most offset + limit,
                                     ///< or kRerankDepth if it is more and they are ranked anew
};

/// When helpers are woken, and what they share. Tests make helpers of everything.
struct Sharing {
    /// Steps (see Deadline) that seem to be left: some 0.2 ms, where waking takes some 0.05 ms.
    std::uint64_t worth_help = 65'536;
    std::uint32_t stretch = kStretchArticles;
};

/// Evaluates the plan over every segment; removed articles are left out. The crew helps with what
/// takes long; the answer is the same. Fails with Timeout when the time is over: part of an answer
/// would be another answer.
Result<Collected> collect(const Snapshot& snapshot, const PlanNode& plan,
                          const SearchRequest& request, Deadline& deadline, Crew& crew,
                          const Sharing& sharing = {});

}  // namespace dateline::searcher
