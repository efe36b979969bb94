// Query text → tree. Never repairs a query: what it does not understand is an error with its place,
// and what it understands as something else than was written is said in a note.
//
//   query   = both { OR both }
//   both    = part { [AND] part }                 side by side is AND
//   part    = [NOT] near
//   near    = primary { [NOT] NEAR/n primary }    also ADJ/n, SENT, PARA: one of them, n alike
//   primary = [field:] ( word | "phrase" | ( query ) ) signs
//           | atleastN:primary | saved:name | *
#pragma once

#include "common/result.hpp"
#include "common/storage/saved_queries.hpp"
#include "searcher/query/leaf.hpp"
#include "searcher/query/query_spec.hpp"

#include <functional>
#include <string>
#include <vector>

namespace dateline::searcher {

// Limits of a query: reliability.md 2h. Behind them evaluation could take seconds.
inline constexpr std::size_t kMaxQueryBytes = 2048;
inline constexpr std::size_t kMaxLeaves = 64;
inline constexpr std::size_t kMaxDepth = 20;
inline constexpr std::size_t kMaxExpansions = 16;  ///< words with * ? ~
inline constexpr unsigned kMaxTimes = 1000;        ///< of atleast
/// Of the text behind --any, which is plain words.
inline constexpr std::size_t kMaxAnyBytes = 16384;
inline constexpr std::size_t kMaxAnyWords = 512;

/// A query that could be read, and what its writer might want to know about it.
struct ParsedQuery {
    QuerySpec spec{};
    std::vector<std::string> notes{};  ///< "'or' in lower case is a word; …"
};

/// Gives the saved queries, or says why they cannot be read; asked only for a query that names one.
using SavedSource = std::function<Result<SavedQueries>()>;

/// Reads a query. `text` is as clean_query() makes it; `now` is the day that last-30-days ends
/// with; without `saved` there are no saved queries. Fails with QuerySyntax, and as `saved` does;
/// Error::offset and Error::text show the place, in a saved query if it is there.
Result<ParsedQuery> parse_query(std::string_view text, std::chrono::sys_days now = today(),
                                const SavedSource& saved = {});

/// Plain words, any of which will do; there are no operators. Fails with QuerySyntax.
Result<ParsedQuery> parse_any(std::string_view text);

}  // namespace dateline::searcher
