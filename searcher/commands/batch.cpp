#include "searcher/commands/batch.hpp"

#include "common/storage/file.hpp"

#include <fstream>
#include <iostream>

namespace dateline::searcher {
namespace {

/// Tells what is wrong with a line; returns the exit code.
int tell(const Call& call, std::uint64_t line, Error error)
{
    const std::string& file = call.settings.batch;
    error.message =
        (file == "-" ? "standard input" : file) + ":" + std::to_string(line) + ": " + error.message;
    return cli::report(kProgramName, error, call.err);
}

}  // namespace

Result<std::vector<LoggedQuery>> queries_in(const std::string& file)
{
    if (file == "-") { return read_query_log(std::cin, "standard input"); }
    std::ifstream in{file};
    if (!in) { return io_failure("read", file); }
    return read_query_log(in, file);
}

Result<int> answer_batch(const Call& call, const Answer& answer)
{
    if (!call.arguments.empty() || call.settings.any) {
        return fail(ErrorKind::Usage, "--batch and a query are both given",
                    "write the query into the file: a name, a tab and the query in each line");
    }
    const auto queries = queries_in(call.settings.batch);
    if (!queries) { return Failure{queries.error()}; }
    int failed = 0;
    bool any_hits = false;
    for (const LoggedQuery& query : *queries) {
        const auto total =
            query.refusal ? Result<std::uint64_t>{Failure{*query.refusal}} : answer(query);
        if (total) {
            any_hits = any_hits || *total > 0;
        } else {
            const int code = tell(call, query.line, total.error());
            if (failed == 0) { failed = code; }
        }
    }
    if (failed != 0) { return failed; }
    return any_hits ? 0 : exit_code::kNoHits;
}

}  // namespace dateline::searcher
