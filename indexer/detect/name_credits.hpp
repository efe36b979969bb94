// Names that credit somebody with an article or a picture: they are in it, but it is not about
// them.
#pragma once

#include "indexer/detect/name_text.hpp"

#include <cstdint>

namespace dateline::indexer {

/// Whether the words [first, last) name who wrote, filmed or edited: "Photo: Jane Doe", "(Reporting
/// by Jane Doe; editing by …", "Jane Doe / AFP", "I'm Jane Doe".
bool is_credit(const NameText& text, std::uint32_t first, std::uint32_t last);

}  // namespace dateline::indexer
