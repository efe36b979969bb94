// What the US press prints beside the names of politicians: "Jane Doe (D-Calif.)", "U.S. Senator".
// Scrapers take signs out, and what is left looks like initials.
#pragma once

#include "indexer/detect/name_text.hpp"

namespace dateline::indexer {

/// One letter without a full stop.
bool is_bare_letter(const NameText& text, std::uint32_t i);

/// How many words a party's letter and its state have from `i` on, below `last`: "D-Calif",
/// "R Wyo", "D-W. Va"; 0 if there is none.
std::uint32_t party_size(const NameText& text, std::uint32_t i, std::uint32_t last);

/// Whether "U S" or "D C" are the two words from `i`, below `last`.
bool is_bare_abbreviation(const NameText& text, std::uint32_t i, std::uint32_t last);

}  // namespace dateline::indexer
