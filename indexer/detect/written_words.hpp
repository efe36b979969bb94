// How a word is written: what the rules for countries and people ask of an article's words.
#pragma once

#include "common/text/tokenizer.hpp"

#include <string_view>

namespace dateline::indexer {

/// Whether a word as written begins with a capital letter; false for scripts without case.
bool begins_with_capital(std::string_view word);

/// Whether a word as written has two letters or more and no small one: "UK", "U.K.".
bool is_all_capitals(std::string_view word);

/// Whether the word as written has a small letter.
bool has_small_letter(std::string_view word);

/// The bytes of a possessive ending: 2 for 's, 4 for ’s, 0 if there is none.
std::size_t possessive_size(std::string_view word);

/// All bytes of a word in its text.
std::string_view raw_word(std::string_view text, const Token& token);

/// The word without its possessive ending.
std::string_view written_word(std::string_view text, const Token& token);

/// What lies between two words that follow each other.
std::string_view gap_between(std::string_view text, const Token& before, const Token& after);

/// Whether a gap lets the words on both sides be one name: blanks, hyphens, points, quotes.
bool joins(std::string_view gap);

}  // namespace dateline::indexer
