// OR: any part will do; matching several weighs more.
#include "searcher/match/combine.hpp"
#include "searcher/query/operator.hpp"

#include <utility>

namespace dateline::searcher {
namespace {

MatchesPtr open_disjunction(const PlanNode& node, const SegmentView& view)
{
    std::vector<MatchesPtr> parts;
    for (const PlanNode& part : node.parts) { parts.push_back(open_matches(part, view)); }
    return match_any_of(std::move(parts));
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
    .highlight = highlight_parts,
};

}  // namespace dateline::searcher
