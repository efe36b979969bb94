// Furniture: lines of a scraped page that are no part of the article, by tables of how they begin
// (furniture.def).
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

/// Whether a line is furniture: "Related article: …", "2 min read", "Leave a Reply", ":: … ::".
bool is_furniture(std::string_view line);

/// Whether a line is the heading of what may end a page: "Related Topics", "Lo más leído". What
/// follows is furniture if it is a list.
bool heads_list(std::string_view line);

/// Whether a line is the name of a section, as sites show it above a headline: "World", "Política".
bool is_section_name(std::string_view line);

/// Whether a line says how long reading takes: "2 min read", "Tiempo de lectura: 3 minutos".
bool is_reading_time(std::string_view line);

/// Adds a line to what is kept of furniture, up to kMostFurniture bytes in all; a line that stands
/// there last is not added again.
void add_furniture(std::string& all, std::string_view line);

/// `line` without the credit of a picture at its end: "**A. Lee / POOL / TASS**", "(Photo: …)".
std::string_view without_credit(std::string_view line);

/// The value of a labelled line of each kind: "Source: Wire", "Original url: …", "Title: …". A null
/// view if it is not one; empty but not null if the value stands on the next line.
std::string_view stated_source(std::string_view line);
std::string_view stated_url(std::string_view line);
std::string_view stated_title(std::string_view line);

}  // namespace dateline::indexer
