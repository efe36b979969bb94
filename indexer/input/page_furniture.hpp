// Which parts of a page are surely or probably not its article, and which blocks are prose.
#pragma once

#include "indexer/input/page_blocks.hpp"
#include "indexer/input/prose.hpp"

#include <optional>
#include <vector>

namespace dateline::indexer {

/// Sets PagePart::out of all parts by what elements are called, unless they hold the headline or
/// (where their name leaves a doubt) most of the prose. Returns each block's prose_score(); 0 for
/// those that are out, and for those before the headline.
std::vector<double> mark_furniture(PageBlocks& page, std::optional<std::uint32_t> headline,
                                   Prose prose);

}  // namespace dateline::indexer
