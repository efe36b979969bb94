// Counts the values of facets over all hits, from the columns.
#pragma once

#include "common/storage/snapshot.hpp"
#include "searcher/search/result.hpp"

#include <vector>

namespace dateline::searcher {

/// Counts a field over the hits (a set for each segment). `limit` values are kept, of months all.
Facet count_facet(const Snapshot& snapshot, const std::vector<ArticleSet>& hits, FieldId field,
                  std::uint64_t limit);

}  // namespace dateline::searcher
