// When a page was published and by whom, as it shows that to people: near its headline.
#pragma once

#include "indexer/input/main_text.hpp"
#include "indexer/input/page_blocks.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// The part of a page around its headline and behind its text, where such lines stand.
struct CreditsPlace {
    const PageBlocks& page;
    std::optional<std::uint32_t> headline;
    std::uint32_t text;  ///< the block where the article begins
};

/// A date as the page writes it, that read_date_field() can read; "" if there is none: first what
/// elements state for machines (itemprop, <time>), then what lines near the headline say.
std::string shown_date(const CreditsPlace& place);

/// The first date anywhere behind the headline: a guess, for pages that say nothing else.
std::string any_shown_date(const CreditsPlace& place);

/// Names of lines with a label ("By …") or in elements that are called so.
std::vector<std::string> shown_authors(const CreditsPlace& place);

/// The names in a stated author ("Ann Lee, Bo Roe and Cy Fox", "By Ann Lee"); itself if it is not
/// understood; none if it is an address, or longer than names are.
std::vector<std::string> author_names(std::string_view stated);

}  // namespace dateline::indexer
