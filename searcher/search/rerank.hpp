// The second stage of ranking: what BM25 puts first is looked at again, where in the article the
// query's words stand.
#pragma once

#include "searcher/search/collector.hpp"

namespace dateline::searcher {

/// Adds to the first kRerankDepth of `best`, which is in the order of ranks_before(), and sorts
/// those anew. For each word of the query that the article has, `early` of its weight for the
/// headline, and less for the body the later it comes there first (Troy and Zhang's chronological
/// term rank, SIGIR 2007); for neighbouring words of the query, `near` of the lesser weight,
/// divided by how far they are from each other where they are nearest (Tao and Zhai's minimum
/// distance, SIGIR 2007). Nothing is taken away, so those behind the depth stay behind.
void rerank(const Snapshot& snapshot, const PlanNode& plan, const Ranking& ranking,
            std::vector<RankedHit>& best);

}  // namespace dateline::searcher
