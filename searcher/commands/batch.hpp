// Several queries from a file: --batch, and what bench asks.
#pragma once

#include "searcher/bench/query_log.hpp"
#include "searcher/commands/command.hpp"

#include <functional>

namespace dateline::searcher {

/// The queries of a file, or of standard input for "-". Fails as read_query_log() does.
Result<std::vector<LoggedQuery>> queries_in(const std::string& file, const SavedSource& saved = {});

/// How many articles a query finds, when it has been answered.
using Answer = std::function<Result<std::uint64_t>(const LoggedQuery&)>;

/// Has every query of a file answered. One that cannot be is told on standard error with its line,
/// and the others go on. The exit code: that of the first failure, else 0 if any query found
/// something.
int answer_each(const Call& call, const std::vector<LoggedQuery>& queries, const std::string& file,
                const Answer& answer);

/// The same for the queries of --batch.
Result<int> answer_batch(const Call& call, const Answer& answer);

/// Shows what each query of a file finds, as find --batch does. Fails with Usage if the options do
/// not go together, or as opening the index does.
Result<int> find_each(const Call& call, const std::vector<LoggedQuery>& queries,
                      const std::string& file);

}  // namespace dateline::searcher
