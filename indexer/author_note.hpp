// What is said of authors beside or below their articles.
#pragma once

#include "indexer/byline.hpp"

#include <optional>
#include <string_view>

namespace dateline::indexer {

/// Reads what authors say of themselves: "I’m Ann Lee, a writer for Evening Wire.".
std::optional<Byline> read_author_note(std::string_view line);

/// Reads what is said of an author: "Ann Lee is a reporter for Evening Wire."
std::optional<Byline> read_author_bio(std::string_view line);

/// Whether a paragraph below an article speaks of its author: "… is a freelance correspondent …".
bool speaks_of_author(std::string_view line);

}  // namespace dateline::indexer
