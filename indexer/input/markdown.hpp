// Markdown's signs taken off a text.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

/// The text as people read it: headings, emphasis, links ("[words](url)" becomes "words"), quotes
/// and code without their signs, images and comments left out. Paragraphs stay as they are.
std::string markdown_text(std::string_view markdown);

}  // namespace dateline::indexer
