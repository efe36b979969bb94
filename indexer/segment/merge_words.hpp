// The vocabularies and token streams of several segments → those of one.
#pragma once

#include "indexer/segment/merge.hpp"

namespace dateline::indexer {

/// Writes `vocabulary` and `tokens` into the folder. Words are counted anew over what is kept, so
/// that they are numbered as if the segment had been built of it. Fails with Io or IndexDamaged.
Status merge_words(const std::vector<MergePart>& parts, const std::filesystem::path& folder);

}  // namespace dateline::indexer
