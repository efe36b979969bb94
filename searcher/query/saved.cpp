// saved:name: what the query of that name in saved.tsv matches, as if it stood here in brackets.
#include "searcher/query/operator.hpp"

namespace dateline::searcher {

extern const Operator saved_operator{
    .name = "saved",
    .symbols = "",
    .example = "saved:oil-majors date:2022",
    .summary = "the query that was saved under this name (dateline-search saved), in brackets",
    .plan = plan_parts,
    .open = [](const PlanNode& node, const SegmentView& view) -> MatchesPtr {
        return open_matches(node.parts.front(), view);
    },
    .places = [](const PlanNode& node, const SegmentView& view) -> PlacesPtr {
        const PlanNode& part = node.parts.front();
        return part.op->places(part, view);
    },
    .highlight = highlight_parts,
};

}  // namespace dateline::searcher
