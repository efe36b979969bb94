#include "searcher/query/near_parts.hpp"

#include "searcher/match/checked.hpp"
#include "searcher/match/combine.hpp"

namespace dateline::searcher {

Proximity proximity_of(std::string_view name, double number)
{
    if (name == "sent") { return {.unit = Unit::Sentence}; }
    if (name == "para") { return {.unit = Unit::Paragraph}; }
    return {.most = static_cast<std::uint32_t>(number), .is_ordered = name == "adj"};
}

MatchesPtr open_near(const PlanNode& node, const SegmentView& view)
{
    const auto near = std::make_shared<NearPlaces>(
        places_of_parts(node, view), proximity_of(node.op->name, node.amount), view.deadline);
    return match_checked(
        view.segment, view.names, match_all_of(open_parts(node, view)),
        [near](const ArticleStream& article) { return near->any(article); }, view.deadline);
}

void highlight_near(const PlanNode& node, const ArticleView& article, Highlights& highlights)
{
    NearPlaces near{places_of_parts(node, article.segment),
                    proximity_of(node.op->name, node.amount), article.segment.deadline};
    std::vector<Place> found;
    near.find(article.stream, found);
    highlights.add_places(article, found, node.number);
}

}  // namespace dateline::searcher
