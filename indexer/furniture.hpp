// Furniture: lines of a scraped page that are no part of the article, by tables of how they begin
// (furniture.def).
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

/// Whether a line is furniture: "Related article: …", "2 min read", "Leave a Reply", ":: … ::". In
/// the bodies of records with fields everyday words by themselves ("More", "Help") are text.
bool is_furniture(std::string_view line, bool of_record = false);

/// Whether a line is furniture if no prose stands below it: "The opinions expressed in this …".
bool is_foot_furniture(std::string_view line);

/// Whether a line is the heading of what may end a page: "Related Topics", "Lo más leído". What
/// follows is furniture if it is a list.
bool heads_list(std::string_view line);

/// Adds a line to what is kept of furniture, up to kMostFurniture bytes in all; a line that stands
/// there last is not added again.
void add_furniture(std::string& all, std::string_view line);

}  // namespace dateline::indexer
