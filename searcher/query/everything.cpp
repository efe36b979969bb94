// *: all articles.
#include "searcher/query/operator.hpp"

namespace dateline::searcher {

extern const Operator everything_operator{
    .name = "everything",
    .symbols = "",
    .example = "*",
    .summary = "all articles",
    .plan = [](const QuerySpec&, Planner&) -> Result<PlanNode> { return PlanNode{}; },
    .open = [](const PlanNode&, const SegmentView& view) -> MatchesPtr {
        return match_everything(view.segment, view.deadline);
    },
};

}  // namespace dateline::searcher
