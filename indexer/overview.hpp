// What an index holds, in a few lines, and what it may be asked first: the end of `add`.
#pragma once

#include "common/result.hpp"

#include <filesystem>
#include <ostream>

namespace dateline::indexer {

/// Prints how many articles there are, from when to when, who and which countries come most often,
/// and a first query. Names come from articles: they are made harmless to terminals and shells.
Status print_overview(const std::filesystem::path& index, std::ostream& out);

}  // namespace dateline::indexer
