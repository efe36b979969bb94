#include "searcher/query/text_leaf.hpp"

#include "searcher/match/checked.hpp"

namespace dateline::searcher {

bool needs_look(const PlanNode& node)
{
    // One word of headline or body is what a term is; only where it stands needs a look.
    if (node.words.size() != 1 || node.field == FieldId::Lead) { return true; }
    return node.field == FieldId::Title && node.words.front().is_by_form;
}

MatchesPtr open_text(const PlanNode& node, const SegmentView& view)
{
    MatchesPtr words = open_words(node.words, view);
    if (!needs_look(node)) { return words; }
    return match_checked(view.segment, view.names, std::move(words),
                         has_places(places_of_words(node, view)), view.deadline);
}

}  // namespace dateline::searcher
