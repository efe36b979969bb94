// date: articles published within a range of days, or without a date.
#include "searcher/match/columns.hpp"
#include "searcher/query/operator.hpp"

namespace dateline::searcher {

extern const Operator days_operator{
    .name = "days",
    .symbols = "",
    .example = "date:2022-02..2022-05",
    .summary = "articles published in a range of days; date:undated: those without a date",
    .plan = [](const QuerySpec& query, Planner&) -> Result<PlanNode> {
        return PlanNode{.days = query.days};
    },
    .open = [](const PlanNode& node, const SegmentView& view) -> MatchesPtr {
        return node.days ? match_days(view.segment, *node.days, view.deadline)
                         : match_undated(view.segment, view.deadline);
    },
};

}  // namespace dateline::searcher
