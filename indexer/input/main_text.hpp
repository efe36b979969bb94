// The article in a page: which of its blocks are the text, and which are menus, teasers, captions,
// comments.
#pragma once

#include "indexer/input/page_blocks.hpp"
#include "indexer/input/prose.hpp"

#include <optional>
#include <string>

namespace dateline::indexer {

/// What was found.
struct MainText {
    std::string text{};       ///< paragraphs, parted by empty lines; "" if there is no article
    std::string furniture{};  ///< short blocks behind the headline that are not in the text
    std::uint32_t first = 0;  ///< the block where it begins; the number of blocks if there is none
    std::uint32_t letters = 0;  ///< as PageBlock counts them
};

/// `headline` is a block, or nothing; what stands before it is not the article. Marks the parts of
/// `page` that are no part of one. Linear in the page.
///
/// As Readability, trafilatura and jusText do: prose (long, with sentence signs, with few links)
/// gives its element a score, and those above it a share; what classes, ids, roles and elements
/// say counts more than that; inside the best element, what is short, linked or begins with words
/// like "Read more" is left out.
MainText find_main_text(PageBlocks& page, std::optional<std::uint32_t> headline,
                        Prose prose = Prose::Sentences);

/// All text of the page but its headline.
std::string whole_page_text(const PageBlocks& page, std::optional<std::uint32_t> headline);

}  // namespace dateline::indexer
