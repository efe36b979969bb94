// The headline of a page: what the page calls itself, found again among its blocks.
#pragma once

#include "indexer/input/page_blocks.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dateline::indexer {

struct PageHeadline {
    std::string text{};
    std::optional<std::uint32_t> block{};  ///< where it stands, if that is certain
};

/// `stated`: what the page's head says, the surest first, often with the site's name behind it;
/// empty ones do not count. The block that says the same, or most of it, is the headline, since it
/// has no name of a site; headings go before other blocks. Without such a heading, the page's only
/// <h1>; without that, the first that is stated, without `site` and what stands behind a bar.
PageHeadline find_headline(const PageBlocks& page, std::span<const std::string> stated,
                           std::string_view site);

/// The letters and digits of a text in lower case, to compare what two places say.
std::string letters_of(std::string_view text);

}  // namespace dateline::indexer
