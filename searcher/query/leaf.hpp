// Query leaves: what a word or phrase token comes to, by its field, and its weight.
#pragma once

#include "searcher/query/lexer.hpp"
#include "searcher/query/query_spec.hpp"

namespace dateline::searcher {

inline constexpr unsigned kMaxWeight = 100;  ///< behind ^

/// What a word or phrase token comes to in a field. Fails with QuerySyntax at the place.
Result<QuerySpec> parse_leaf(const QueryToken& token, FieldId field, std::chrono::sys_days today);

/// The leaf that a value of a field comes to as it stands: for filters given as options.
Result<QuerySpec> parse_value(FieldId field, const std::string& text, std::size_t offset,
                              std::chrono::sys_days today);

/// Puts the weight that a suffix ("^3") gives on top of a part; "" gives none.
Result<QuerySpec> with_weight(QuerySpec part, std::string_view suffix, std::size_t offset);

/// Today, UTC.
std::chrono::sys_days today();

}  // namespace dateline::searcher
