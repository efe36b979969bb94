// Names by rules and tables alone: for languages that the tagger was not trained on.
#pragma once

#include "indexer/detect/name_spans.hpp"
#include "indexer/detect/name_text.hpp"

#include <vector>

namespace dateline::indexer {

/// The people whom an article's texts show by themselves to be such: certain, in the order of the
/// text, title first. `french`: "M." is a gentleman's title.
std::vector<NameSpan> names_by_rules(const NameText& title, const NameText& body, bool french);

}  // namespace dateline::indexer
