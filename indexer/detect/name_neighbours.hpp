// What the words around a name say it is: somebody who speaks or is described, or a firm.
#pragma once

#include "indexer/detect/name_text.hpp"

#include <cstddef>

namespace dateline::indexer {

// Everywhere `first` is the name's first word, and `behind` the word behind it, which may be none.

/// Whether a verb of speech follows: "said".
bool speaks(const NameText& text, std::size_t behind);

/// "analyst with Salomon Brothers", "a lawyer at Dewey Ballantine"
bool is_employer(const NameText& text, std::size_t first);

/// "its governor, Robin Leigh-Pemberton, said"
bool is_apposition(const NameText& text, std::size_t first, std::size_t behind);

/// "Johnson & Johnson", "Jones and Co"
bool is_company_behind(const NameText& text, std::size_t behind);

/// ", 45," · ", who" · ", a spokesman for" · ", the country's former president"
bool is_described_behind(const NameText& text, std::size_t behind);

}  // namespace dateline::indexer
