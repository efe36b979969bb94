// Who is who in one article: spans that name people in, marks out, in which every form of one
// person's name has the same value.
#pragma once

#include "indexer/detect/detector.hpp"
#include "indexer/detect/name_spans.hpp"

#include <span>
#include <vector>

namespace dateline::indexer {

/// Appends a mark for each of `spans` (of this article, in the order find_names() gives) whose
/// person is known, that is, all that are certain and those that are part of another's name. The
/// value is the person's fullest form in the article, with accents if it has them anywhere.
///
/// People that a field stated (in `mentions`, where == Id) are linked, too, and their values
/// become the fullest form. Names that stand in the article's byline are left out.
void link_people(const TokenizedArticle& article, std::span<const NameSpan> spans,
                 std::vector<Mention>& mentions);

}  // namespace dateline::indexer
