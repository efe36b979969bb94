// OR: any part will do; matching several weighs more.
#include "searcher/match/combine.hpp"
#include "searcher/query/operator.hpp"

namespace dateline::searcher {
namespace {

MatchesPtr open_disjunction(const PlanNode& node, const SegmentView& view)
{
    return match_any_of(open_parts(node, view));
}

PlacesPtr places_of_any(const PlanNode& node, const SegmentView& view)
{
    return any_places(places_of_parts(node, view));
}

/// Only the parts that do match: of (oil AND gas) OR coal an article about coal and oil matches
/// one.
void highlight_matching(const PlanNode& node, const ArticleView& article, Highlights& highlights)
{
    const DocId doc = static_cast<DocId>(article.stream.article + 1);
    for (const PlanNode& part : node.parts) {
        if (!part.parts.empty()) {
            const MatchesPtr matches = open_matches(part, article.segment);
            if (matches->advance(doc) != doc || !matches->confirm()) { continue; }
        }
        highlight(part, article, highlights);
    }
}

}  // namespace

extern const Operator disjunction_operator{
    .name = "or",
    .symbols = "|",
    .example = "oil OR gas",
    .summary = "articles that match either side",
    .binding = Binding::Or,
    .plan = plan_parts,
    .open = open_disjunction,
    .places = places_of_any,
    .highlight = highlight_matching,
};

}  // namespace dateline::searcher
