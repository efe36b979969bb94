// One name of a person: its words for comparing, and its form for showing.
#pragma once

#include "common/text/tokenizer.hpp"
#include "indexer/detect/name_spans.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::indexer {

/// The folded words of a name, without Jr. and the like; initials are words of one letter, and
/// Cyrillic words stand without their case endings.
using NameWords = std::vector<std::string>;

NameWords name_words(std::string_view text, const TokenList& list, const NameSpan& span);

/// The words of a name that a field states: "James A. Baker", "james-baker".
NameWords name_words(std::string_view name);

/// Folded words and how they are written with accents.
using Spellings = std::unordered_map<std::string_view, std::string_view>;

/// Adds the words of a span that are written with accents. Refers to the text and the list.
void add_spellings(std::string_view text, const TokenList& list, const NameSpan& span,
                   Spellings& spellings);

/// How a span is shown: with these spellings, one blank between words, without Jr., nickname in
/// quotation marks and possessive ending, words in capitals as in "Emmanuel Macron".
std::string shown_name(std::string_view text, const TokenList& list, const NameSpan& span,
                       const Spellings& spellings);

/// A Russian name of two words in the nominative, if russian_nominative() knows it; else empty.
std::string shown_nominative(const TokenList& list, const NameSpan& span);

/// The word with its first letter in capitals, the others as they are.
std::string with_capital(std::string_view word);

/// Whether two names of at least two words can be the same person's: the given names agree (also
/// as an initial or a nickname), the words of the shorter one come in order in the longer one, and
/// the family names agree, or the shorter one leaves out a second family name.
bool same_person(const NameWords& a, const NameWords& b);

/// Whether a person of this full name is called by these words of it: "padrino" or "padrino lopez"
/// of Vladimir Padrino López, "xi" of Xi Jinping. 0 if not; the smaller of two is the likelier.
int likeness_of_part(const NameWords& full, const NameWords& part);

/// How much a name tells: words count more than initials.
int fullness(const NameWords& name);

}  // namespace dateline::indexer
