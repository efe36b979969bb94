// atleast3:sanctions: articles that have it so many times.
#include "searcher/match/checked.hpp"
#include "searcher/query/operator.hpp"

namespace dateline::searcher {
namespace {

PlacesPtr places_of_part(const PlanNode& node, const SegmentView& view)
{
    return std::move(places_of_parts(node, view).front());
}

MatchesPtr open_at_least(const PlanNode& node, const SegmentView& view)
{
    return match_checked(
        view.segment, view.names, open_matches(node.parts.front(), view),
        has_places(places_of_part(node, view), static_cast<std::size_t>(node.amount)),
        view.deadline);
}

void highlight_all(const PlanNode& node, const ArticleView& article, Highlights& highlights)
{
    highlight(node.parts.front(), article, highlights);
}

}  // namespace

extern const Operator at_least_operator{
    .name = "atleast",
    .symbols = "",
    .example = "atleast3:sanctions",
    .summary = "articles that have it three times or more; also atleast3(oil OR gas)",
    .plan = plan_parts,
    .open = open_at_least,
    .highlight = highlight_all,
};

}  // namespace dateline::searcher
