// Words that may have been meant as something else than they are: what is said of them, and signs
// on them that are read as signs of ours. Each function returns its note, "" if there is nothing to
// say.
#pragma once

#include "searcher/query/lexer.hpp"

#include <string>
#include <vector>

namespace dateline::searcher {

/// "oil or gas": a word that is an operator in capitals, where parts stand around it.
std::string note_of_lower_case(std::string_view word, bool has_left, bool has_right);

/// "date aft 2022" and "2021..2022": words, where a date may have been meant. `behind` is the next
/// word.
std::string note_of_date(std::string_view word, std::string_view behind);

/// Makes Lexis's sanction! sanction*; behind fewer letters ! is punctuation and goes.
std::string read_exclamation(std::string& word);

/// "Did Putin meet Maduro?" asks; nobody means a letter more behind Maduro: the ? goes.
std::string read_question_mark(std::vector<QueryToken>& tokens);

}  // namespace dateline::searcher
