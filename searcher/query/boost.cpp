// maduro^3: the same articles, but this part weighs three times as much.
#include "searcher/match/combine.hpp"
#include "searcher/query/operator.hpp"

namespace dateline::searcher {

extern const Operator boost_operator{
    .name = "boost",
    .symbols = "^",
    .example = "maduro^3 visit",
    .summary = "the part weighs so many times as much when articles are ranked",
    .plan = plan_parts,
    .open = [](const PlanNode& node, const SegmentView& view) -> MatchesPtr {
        return match_scaled(open_matches(node.parts.front(), view),
                            static_cast<float>(node.amount));
    },
    .highlight = highlight_parts,
};

}  // namespace dateline::searcher
