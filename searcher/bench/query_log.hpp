// A list of queries → what a benchmark asks: one query a line.
//
// Blank lines and lines that begin with # are skipped. A tab ends a name and begins the query: a
// query itself needs none, since a blank says the same.
#pragma once

#include "searcher/query/parser.hpp"

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

inline constexpr std::size_t kMaxQueries = 10'000;
inline constexpr std::size_t kMaxLineBytes = 4096;  ///< of a line: a name and a whole query

struct LoggedQuery {
    std::uint64_t line = 0;          ///< from 1; those that are skipped count
    std::string name{};              ///< "" for none
    std::string text{};              ///< valid UTF-8 in NFC
    std::optional<Error> refusal{};  ///< why it cannot be asked
};

/// Reads all queries, and parses them: those that cannot be asked have a refusal. `called` is what
/// errors call the list. Fails with Usage if there are none or more than kMaxQueries, with Io if it
/// cannot be read.
Result<std::vector<LoggedQuery>> read_query_log(std::istream& in, std::string_view called,
                                                const SavedSource& saved = {});

/// A hash over the queries' texts in their order: what "the same queries" means.
std::string hash_of(const std::vector<LoggedQuery>& queries);

}  // namespace dateline::searcher
