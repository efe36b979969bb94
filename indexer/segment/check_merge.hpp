// Whether a merged segment holds what is kept of its parts, no more and no less: read back from the
// files just written.
#pragma once

#include "indexer/segment/merge.hpp"

namespace dateline::indexer {

/// Columns, stored articles, words and stems are compared one by one; postings by sums that do not
/// depend on order. Fails with Io, naming the file: what was read or written is then not what is on
/// the disk.
Status check_merge(const std::vector<MergePart>& parts, const std::filesystem::path& folder);

}  // namespace dateline::indexer
