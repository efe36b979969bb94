// Leaves of the fields that hold text: words with their signs, and what stood in quotes.
#pragma once

#include "searcher/query/lexer.hpp"
#include "searcher/query/query_spec.hpp"

namespace dateline::searcher {

inline constexpr std::size_t kMaxPhraseWords = 32;
inline constexpr unsigned kMaxEdits = 2;  ///< behind a word: chernishenko~2

/// A word with its signs; its weight is off already. Fails with QuerySyntax at the place.
Result<QuerySpec> word_leaf(FieldId field, const std::string& text, std::size_t offset);

/// A phrase, or the one word that was quoted; what stands behind the quotes is not read.
Result<QuerySpec> quoted_leaf(FieldId field, const QueryToken& token);

/// "putin maduro"~5: the words of a leaf that was quoted near each other, in any order.
Result<QuerySpec> near_words(const QuerySpec& quoted, std::string_view slack);

/// How many words a text has.
std::size_t count_words(std::string_view text);

}  // namespace dateline::searcher
