// Several queries from a file: --batch, and what bench asks.
#pragma once

#include "searcher/bench/query_log.hpp"
#include "searcher/commands/command.hpp"

#include <functional>

namespace dateline::searcher {

/// The queries of a file, or of standard input for "-". Fails as read_query_log() does.
Result<std::vector<LoggedQuery>> queries_in(const std::string& file);

/// How many articles a query finds, when it has been answered.
using Answer = std::function<Result<std::uint64_t>(const LoggedQuery&)>;

/// Has every query of --batch answered. One that cannot be is told on standard error with its line,
/// and the others go on. The exit code: that of the first failure, else 0 if any query found
/// something.
Result<int> answer_batch(const Call& call, const Answer& answer);

}  // namespace dateline::searcher
