// What the US press prints beside the names of politicians: "Jane Doe (D-Calif.)", "U.S. Senator".
// Scrapers take signs out, and what is left looks like initials.
#pragma once

#include "indexer/detect/name_text.hpp"

namespace dateline::indexer {

/// How many words a party's letter and its state have from `i` on, below `last`: "D-Calif",
/// "R Wyo", "D-W. Va"; 0 if there is none. Initials with a full stop are no party.
std::uint32_t party_size(const NameText& text, std::uint32_t i, std::uint32_t last);

/// How many words "U S" or "D C" has from `i` on, below `last`, if an office or another label
/// follows: "D C U S Senator Ana Quell"; else 0: "U S Grant" is somebody.
std::uint32_t abbreviation_size(const NameText& text, std::uint32_t i, std::uint32_t last);

}  // namespace dateline::indexer
