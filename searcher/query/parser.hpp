// Query text → tree. Never repairs a query: what it does not understand is an error with its place.
#pragma once

#include "common/result.hpp"
#include "searcher/query/query_spec.hpp"

#include <string>
#include <vector>

namespace dateline::searcher {

// Limits of a query: reliability.md 2h. Behind them evaluation could take seconds.
inline constexpr std::size_t kMaxQueryBytes = 2048;
inline constexpr std::size_t kMaxLeaves = 64;
inline constexpr std::size_t kMaxDepth = 20;
inline constexpr std::size_t kMaxPhraseWords = 32;
/// Of the text behind --any, which is plain words.
inline constexpr std::size_t kMaxAnyBytes = 16384;
inline constexpr std::size_t kMaxAnyWords = 512;

/// A query that could be read, and what its writer might want to know about it.
struct ParsedQuery {
    QuerySpec spec{};
    std::vector<std::string> notes{};  ///< "'or' in lower case is a word; …"
};

/// Reads a query: words and phrases, AND OR NOT, brackets, field:value. `text` is valid UTF-8.
/// Fails with QuerySyntax; Error::offset and Error::text show the place.
Result<ParsedQuery> parse_query(std::string_view text);

/// Plain words, any of which will do; there are no operators. Fails with QuerySyntax.
Result<ParsedQuery> parse_any(std::string_view text);

/// The leaf that a value of a field comes to: for filters given as options.
Result<QuerySpec> parse_value(FieldId field, const std::string& text, std::size_t offset);

}  // namespace dateline::searcher
