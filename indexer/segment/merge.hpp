// Several segments → one: postings by Xapian's compaction, everything else by appending.
#pragma once

#include "common/storage/manifest.hpp"
#include "common/storage/snapshot.hpp"

#include <vector>

namespace dateline::indexer {

/// A merged segment, and which of its articles are removed: tombstones are carried on.
struct MergedSegment {
    SegmentEntry entry{};
    ArticleSet removed{};
};

/// Writes a new segment into `folder` (new) from `parts`, in that order: an article's index grows
/// by the number of articles in the parts before its own. `index` is the index's folder; `removed`
/// says what is removed of each part by now. Fails with Io or IndexDamaged.
Result<MergedSegment> merge_segments(const std::filesystem::path& index,
                                     const std::vector<const Segment*>& parts,
                                     const std::vector<const ArticleSet*>& removed,
                                     const std::filesystem::path& folder);

}  // namespace dateline::indexer
