// Names in lines by their shape: what may be a person's, an outlet's, a city's.
#pragma once

#include "common/text/utf8.hpp"
#include "common/text/word_set.hpp"
#include "indexer/line.hpp"

#include <algorithm>
#include <string_view>

namespace dateline::indexer {

/// Whether `text` can be a name of whatever sort: a few words with capitals and particles between
/// them, no figures, no weekday. The text is trimmed, here and below.
bool is_name(std::string_view text);

/// Whether `name` looks like a person's: two to four words with capitals, no outlet.
bool is_person(std::string_view name);

/// Whether `name` is a known outlet, or rather an outlet's than a person's: "AFP", "example.com",
/// "Evening Post".
bool is_outlet_like(std::string_view name);

/// Whether `text` looks like the name of an outlet, where one is expected: capitals, few words.
bool is_outlet_name(std::string_view text);

/// Whether `text` names an outlet or an institution, where a letterhead is expected: "Harbour
/// Post", "Ministry of Foreign Affairs", not "World".
bool names_institution(std::string_view text);

/// Whether `text` begins as names of institutions do: "Ministry of", "Центр морских".
bool opens_with_institution(std::string_view text);

/// Whether `text` is a host: "example.de".
bool is_site_name(std::string_view text);

/// Whether `name` begins as names of cities do: "San …", "La …".
bool is_place_like(std::string_view name);

/// The paper that a line names: 'Газета "Причал" №41' → "Причал"; empty if it names none.
std::string_view named_paper(std::string_view text);

/// Whether a word of `text` is one of `words`, which are folded.
template <std::size_t N>
bool has_one_of(std::string_view text, const WordSet<N>& words)
{
    const std::string folded = fold(text);
    const auto parts = words_of(folded);
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return words.contains(part); });
}

/// Whether a text has capitals and no small letter, in any script that has them: "TINTA CORRIDA".
bool is_in_capitals(std::string_view text);

}  // namespace dateline::indexer
