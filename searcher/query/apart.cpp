// NOT NEAR and its like: the first part where the second does not stand near it.
#include "searcher/match/checked.hpp"
#include "searcher/query/near_parts.hpp"

namespace dateline::searcher {
namespace {

PlacesPtr places_of_first(const PlanNode& node, const SegmentView& view)
{
    auto parts = places_of_parts(node, view);
    return places_apart(std::move(parts.front()), std::move(parts.back()),
                        proximity_of(node.values.front(), node.amount), view.deadline);
}

Result<PlanNode> plan_apart(const QuerySpec& query, Planner& planner)
{
    auto node = plan_parts(query, planner);
    if (!node) { return node; }
    PlanNode apart = *std::move(node);
    apart.values = {query.text};
    return apart;
}

MatchesPtr open_apart(const PlanNode& node, const SegmentView& view)
{
    return match_checked(view.segment, view.names, open_matches(node.parts.front(), view),
                         has_places(places_of_first(node, view)), view.deadline);
}

void highlight_first(const PlanNode& node, const ArticleView& article, Highlights& highlights)
{
    std::vector<Place> found;
    places_of_first(node, article.segment)->find(article.stream, found);
    highlights.add_places(article, found, node.number);
}

}  // namespace

extern const Operator apart_operator{
    .name = "apart",
    .symbols = "",
    .example = "oil NOT NEAR/5 price",
    .summary = "the first somewhere without the second near it; also NOT ADJ, NOT SENT, NOT PARA",
    .plan = plan_apart,
    .open = open_apart,
    .highlight = highlight_first,
};

}  // namespace dateline::searcher
