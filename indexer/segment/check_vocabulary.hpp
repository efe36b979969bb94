// Whether a segment's vocabulary is that of its articles.
#pragma once

#include "indexer/segment/check_articles.hpp"

namespace dateline::indexer {

/// Compares every word, count and stem with `sums`, which has all articles of the segment; `sums`
/// loses its stems. `name` is what the file is called in `damages`.
void compare_vocabulary(const Vocabulary& vocabulary, const std::string& name, SegmentSums& sums,
                        DamageList& damages);

}  // namespace dateline::indexer
