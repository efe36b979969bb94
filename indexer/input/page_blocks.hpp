// A page cut into blocks of text, in their order: paragraphs, headings, lines; and the elements
// that hold them.
#pragma once

#include "indexer/input/page_hints.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::indexer {

/// An element that holds blocks, in the order of the text; the first is the root.
struct PagePart {
    const xmlNode* node;
    std::uint32_t parent;     ///< index; the root's is its own
    std::uint32_t end = 0;    ///< of the parts: behind the last one inside of it
    std::uint32_t first = 0;  ///< half-open range of the blocks inside of it
    std::uint32_t last = 0;
    Hints hints = 0;
    bool image = false;  ///< there is a picture inside
    bool out = false;    ///< not part of the article: filled in by whoever looks for that
};

/// A run of text without a block's border in it.
struct PageBlock {
    std::string text{};
    std::uint32_t part = 0;     ///< the innermost element that holds it
    std::uint32_t letters = 0;  ///< code points but blanks; of Chinese and the like, each counts 3
    std::uint32_t linked = 0;   ///< of these, inside links
    std::uint8_t heading = 0;   ///< 1 to 6 in a heading, else 0
    bool item = false;          ///< in a list
    bool line = false;          ///< only a line end (<br>) parts it from the block before
};

struct PageBlocks {
    std::vector<PagePart> parts{};
    std::vector<PageBlock> blocks{};
};

/// What people see of a page: no scripts, styles, forms' parts, frames. `root` must outlive the
/// result.
PageBlocks read_blocks(const xmlNode* root);

}  // namespace dateline::indexer
