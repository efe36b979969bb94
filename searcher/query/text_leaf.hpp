// What the leaves that are words have in common: word, phrase, exact, wildcard, fuzzy.
#pragma once

#include "searcher/query/plan.hpp"

namespace dateline::searcher {

/// Whether terms alone cannot tell which articles match: each one's words are looked at.
bool needs_look(const PlanNode& node);

/// Articles with the words of the node in a row, in the part of the article its field is about.
MatchesPtr open_text(const PlanNode& node, const SegmentView& view);

}  // namespace dateline::searcher
