// The postings of several segments → one database, docids by where the articles go.
#pragma once

#include "indexer/segment/merge.hpp"

namespace dateline::indexer {

/// At least one article is kept. Fails with Io or IndexDamaged.
Status merge_postings(const std::vector<MergePart>& parts, const std::filesystem::path& path);

}  // namespace dateline::indexer
