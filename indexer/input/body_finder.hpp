// Which part of a page is the article's text.
#pragma once

#include "indexer/input/page_blocks.hpp"

#include <cstdint>
#include <vector>

namespace dateline::indexer {

/// Blocks of a page, half-open.
struct BlockRange {
    std::uint32_t first;
    std::uint32_t last;
};

/// The blocks of the part that has most prose, or is called the body and has about as much, and of
/// those beside it that are like it; in their order. Empty if there is no prose. `scores` has the
/// prose_score() of each block.
std::vector<BlockRange> find_body(const PageBlocks& page, const std::vector<double>& scores);

}  // namespace dateline::indexer
