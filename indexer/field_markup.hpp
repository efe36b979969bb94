// HTML inside of the fields of a record, as feeds and sites' own interfaces give it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

/// The text of a field that holds HTML: without tags, scripts and styles, paragraphs parted by blank
/// lines, entities decoded, numbers of those that were encoded twice, too. Nothing if the field is text already:
/// it has neither an entity nor an end tag or line break of HTML ("<GM>" and "a < b" are text).
/// Linear.
std::optional<std::string> text_of_markup(std::string_view field);

}  // namespace dateline::indexer
