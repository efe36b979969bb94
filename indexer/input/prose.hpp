// How much of an article's prose a block of a page is likely to be.
#pragma once

#include "indexer/input/page_blocks.hpp"

#include <string_view>

namespace dateline::indexer {

/// Half of its letters, or more, are links.
inline bool is_linked(const PageBlock& block) { return block.linked * 2 > block.letters; }

/// Full stops, commas and the like, in the scripts that have them; up to 20 are counted.
unsigned sentence_signs(std::string_view text);

/// Whether the last sign ends a sentence, quotes and brackets aside: a full stop, a question mark…
bool is_whole_sentence(std::string_view text);

/// What counts as prose: paragraphs of sentences, or any lines that are no links, where there are
/// no sentences (lists, poems).
enum class Prose : std::uint8_t { Sentences, Lines };

/// 0 for what is no prose; else its letters, up to 600, so that no single block decides.
double prose_score(const PageBlock& block, Prose prose = Prose::Sentences);

}  // namespace dateline::indexer
