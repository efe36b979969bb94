// Several segments → one, without what is removed of them.
#pragma once

#include "common/storage/manifest.hpp"
#include "common/storage/snapshot.hpp"

#include <vector>

namespace dateline::indexer {

/// A segment to be merged, and where its articles go.
struct MergePart {
    const Segment* segment = nullptr;
    std::vector<std::uint32_t> new_index{};  ///< by old index; kLeftOut if removed

    static constexpr std::uint32_t kLeftOut = 0xFFFFFFFF;
};

/// Whoever goes through the articles of large segments forgets what he has read after so many: a
/// merge of any size then takes the same memory, but for its words and columns.
inline constexpr std::size_t kForgetEvery = 4096;
inline constexpr std::size_t kForgetTerms = 1 << 16;  ///< likewise of terms

/// Writes a new segment into `folder` (new) from `segments`, in that order, leaving out what
/// `removed` says is removed of each by now. If that is everything, nothing is written and the
/// entry has no articles. What is written is read back and compared (check_merge()); whether the
/// parts are whole is for the caller to see (require_whole()). Fails with Io or IndexDamaged.
Result<SegmentEntry> merge_segments(const std::vector<const Segment*>& segments,
                                    const std::vector<const ArticleSet*>& removed,
                                    const std::filesystem::path& folder);

}  // namespace dateline::indexer
