// NOT: articles that do not match the part behind it.
#include "searcher/match/combine.hpp"
#include "searcher/query/operator.hpp"

namespace dateline::searcher {

extern const Operator negation_operator{
    .name = "not",
    .symbols = "-!",
    .example = "oil NOT gas",
    .summary = "articles without it",
    .is_prefix = true,
    .plan = plan_parts,
    .open = [](const PlanNode& node, const SegmentView& view) -> MatchesPtr {
        return match_without(match_everything(view.segment, view.deadline),
                             open_matches(node.parts.front(), view));
    },
};

}  // namespace dateline::searcher
