// Lines that pages have beside their articles, told by what they say as a whole: sections, reading
// times, counters, breadcrumbs.
#pragma once

#include <string_view>

namespace dateline::indexer {

/// Whether a line is the name of a section, as sites show it above a headline: "World", "Política".
bool is_section_name(std::string_view line);

/// Whether a line says how long reading takes: "2 min read", "Tiempo de lectura: 3 minutos".
bool is_reading_time(std::string_view line);

/// Whether a line is a player's time or a picture's number: "0:00 / 5:12", "1/6"; or a count of
/// readers: "18.6K views".
bool is_counter(std::string_view line);

/// Whether a line is the initials of those who wrote and edited: "rcm/jlp", "MCV // JPS".
bool is_initials(std::string_view line);

/// Whether a line leads to a page: "Home > World > Americas", "Inicio / Economía".
bool is_breadcrumb(std::string_view line);

/// Whether a line says who has helped: "Ann Lee contributed to this report".
bool names_contributors(std::string_view line);

}  // namespace dateline::indexer
