// The vocabularies and token streams of several segments → those of one.
#pragma once

#include "indexer/segment/merge.hpp"

namespace dateline::indexer {

/// Writes `vocabulary` and `tokens` into the folder. Words are numbered by the articles kept that
/// have them: those counts are at hand, occurrences would have to be read. Fails with Io or
/// IndexDamaged.
Status merge_words(const std::vector<MergePart>& parts, const std::filesystem::path& folder);

}  // namespace dateline::indexer
