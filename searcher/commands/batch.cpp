#include "searcher/commands/batch.hpp"

#include "common/storage/file.hpp"
#include "searcher/commands/asked.hpp"

#include <fstream>
#include <iostream>

namespace dateline::searcher {
namespace {

/// Tells what is wrong with a line; returns the exit code.
int tell(const Call& call, const std::string& file, std::uint64_t line, Error error)
{
    error.message =
        (file == "-" ? "standard input" : file) + ":" + std::to_string(line) + ": " + error.message;
    return cli::report(kProgramName, error, call.err);
}

}  // namespace

Result<std::vector<LoggedQuery>> queries_in(const std::string& file, const SavedSource& saved)
{
    if (file == "-") { return read_query_log(std::cin, "standard input", saved); }
    std::ifstream in{file};
    if (!in) { return io_failure("read", file); }
    return read_query_log(in, file, saved);
}

int answer_each(const Call& call, const std::vector<LoggedQuery>& queries, const std::string& file,
                const Answer& answer)
{
    int failed = 0;
    bool any_hits = false;
    for (const LoggedQuery& query : queries) {
        const auto total =
            query.refusal ? Result<std::uint64_t>{Failure{*query.refusal}} : answer(query);
        if (total) {
            any_hits = any_hits || *total > 0;
        } else {
            const int code = tell(call, file, query.line, total.error());
            if (failed == 0) { failed = code; }
        }
    }
    if (failed != 0) { return failed; }
    return any_hits ? 0 : exit_code::kNoHits;
}

Result<int> answer_batch(const Call& call, const Answer& answer)
{
    if (!call.arguments.empty() || call.settings.any) {
        return fail(ErrorKind::Usage, "--batch and a query are both given",
                    "write the query into the file: a name, a tab and the query in each line");
    }
    const auto queries = queries_in(call.settings.batch, saved_source(call.settings));
    if (!queries) { return Failure{queries.error()}; }
    return answer_each(call, *queries, call.settings.batch, answer);
}

}  // namespace dateline::searcher
