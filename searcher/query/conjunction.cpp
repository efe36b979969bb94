// AND: all parts must match. Also what stands between two words with nothing between them.
#include "searcher/match/combine.hpp"
#include "searcher/query/operator.hpp"

#include <utility>

namespace dateline::searcher {
namespace {

bool is_negation(const PlanNode& node) { return node.op->name == "not"; }

/// Parts with NOT are taken away from what the others have in common, or from everything.
MatchesPtr open_conjunction(const PlanNode& node, const SegmentView& view)
{
    std::vector<MatchesPtr> wanted;
    std::vector<MatchesPtr> unwanted;
    for (const PlanNode& part : node.parts) {
        if (is_negation(part)) {
            unwanted.push_back(open_matches(part.parts.front(), view));
        } else {
            wanted.push_back(open_matches(part, view));
        }
    }
    MatchesPtr common = wanted.empty() ? match_everything(view.segment, view.deadline)
                                       : match_all_of(std::move(wanted));
    if (unwanted.empty()) { return common; }
    return match_without(std::move(common), match_any_of(std::move(unwanted)));
}

}  // namespace

extern const Operator conjunction_operator{
    .name = "and",
    .symbols = "",
    .example = "russia AND venezuela",
    .summary = "articles that match both sides; the same as standing side by side",
    .binding = Binding::And,
    .plan = plan_parts,
    .open = open_conjunction,
    .highlight = highlight_parts,
};

}  // namespace dateline::searcher
