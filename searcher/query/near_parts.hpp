// What NEAR, ADJ, SENT and PARA have in common: parts that have to stand near each other.
#pragma once

#include "searcher/match/proximity.hpp"
#include "searcher/query/operator.hpp"

namespace dateline::searcher {

inline constexpr unsigned kMaxDistance = 64;  ///< of NEAR and ADJ, in words: reliability.md 2h

/// How near the operator of that name wants its parts: "near", "adj", "sent" or "para".
Proximity proximity_of(std::string_view name, double number);

/// Articles in which the parts of the node stand near each other as its operator says.
MatchesPtr open_near(const PlanNode& node, const SegmentView& view);

/// Marks the places that stand near each other.
void highlight_near(const PlanNode& node, const ArticleView& article, Highlights& highlights);

}  // namespace dateline::searcher
