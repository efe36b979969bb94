// Lines of scraped text: cutting a text into them, and looking at one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// `text` without blanks at both ends: ASCII's, no-break, ideographic and zero-width ones.
std::string_view trimmed(std::string_view text);

/// The lines of `text`, without their line feeds.
std::vector<std::string_view> lines_of(std::string_view text);

/// Whether `text` begins with `prefix`, ASCII letters in any case.
bool begins_with(std::string_view text, std::string_view prefix);

/// Whether two texts are the same but for the case of ASCII letters.
bool same_words(std::string_view a, std::string_view b);

/// Whether `text` contains `part` (in lower case), ASCII letters in any case. Linear for short
/// parts.
bool contains(std::string_view text, std::string_view part);

/// How many characters `text` (valid UTF-8) has.
std::size_t character_count(std::string_view text);

/// Whether its last character, closing quotes and brackets aside, ends a sentence or a clause.
bool ends_sentence(std::string_view line);

/// What stands behind a label and its colon ("Source: Wire" → "Wire"), or a null view. With
/// `colon_needed` false a blank is enough.
std::string_view behind_label(std::string_view line, std::string_view label, bool colon_needed);

/// The words of a line, divided by blanks.
std::vector<std::string_view> words_of(std::string_view line);

/// Whether a word begins with a capital letter, or with a letter of a script that has none.
bool is_capitalised(std::string_view word);

}  // namespace dateline::indexer
