// Query leaves: words with their signs, phrases, values of fields, days.
#pragma once

#include "searcher/query/lexer.hpp"
#include "searcher/query/query_spec.hpp"

namespace dateline::searcher {

inline constexpr std::size_t kMaxPhraseWords = 32;
inline constexpr unsigned kMaxEdits = 2;     ///< behind a word: chernishenko~2
inline constexpr unsigned kMaxWeight = 100;  ///< behind ^
/// Letters before the first star: fewer would stand for half of all words.
inline constexpr std::size_t kMinPrefix = 3;

/// What a word or phrase token comes to in a field. Fails with QuerySyntax at the place.
Result<QuerySpec> parse_leaf(const QueryToken& token, FieldId field, std::chrono::sys_days today);

/// The leaf that a value of a field comes to as it stands: for filters given as options.
Result<QuerySpec> parse_value(FieldId field, const std::string& text, std::size_t offset,
                              std::chrono::sys_days today);

/// Puts the weight that a suffix ("^3") gives on top of a part; "" gives none.
Result<QuerySpec> with_weight(QuerySpec part, std::string_view suffix, std::size_t offset);

/// How many words a text has.
std::size_t count_words(std::string_view text);

/// Today, UTC.
std::chrono::sys_days today();

}  // namespace dateline::searcher
