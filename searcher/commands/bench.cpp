// bench: how long an index takes to answer somebody's own queries.
#include "common/cli/progress.hpp"
#include "common/cli/values.hpp"
#include "common/interrupt.hpp"
#include "common/storage/file.hpp"
#include "searcher/bench/measure.hpp"
#include "searcher/bench/run_json.hpp"
#include "searcher/bench/run_text.hpp"
#include "searcher/commands/batch.hpp"

#include <sstream>
#include <thread>
#include <unistd.h>

namespace dateline::searcher {
namespace {

Result<std::vector<LoggedQuery>> queries_of(const Settings& settings)
{
    if (settings.queries.empty()) {
        return fail(ErrorKind::Usage, "no queries are named",
                    "write --queries FILE, with a query a line");
    }
    return queries_in(settings.queries);
}

/// Whether a run can be kept in its folder, asked before it is made.
Status check_folder_of(const std::filesystem::path& file)
{
    const auto folder = file.has_parent_path() ? file.parent_path() : ".";
    if (file.empty() || ::access(folder.c_str(), W_OK | X_OK) == 0) { return Done{}; }
    return io_failure("write into the folder", folder);
}

Result<BenchRun> measured(const BenchPlan& plan, std::vector<LoggedQuery> queries,
                          std::ostream& err)
{
    catch_interrupts();
    cli::ProgressLine line{err, cli::screen_of(STDERR_FILENO)};
    return measure(
        plan, std::move(queries),
        {.say = [&line](const std::string& text) { line.show(text); }, .stop = is_interrupted});
}

/// What the run comes to: 130 if it was interrupted, as after any Ctrl-C; 2 if no query of the list
/// could be asked.
int exit_code_of(const BenchRun& run)
{
    if (run.is_interrupted) { return exit_code::kInterrupted; }
    return run.record.modes.empty() ? info(ErrorKind::QuerySyntax).exit_code : 0;
}

Result<int> run_bench(const Call& call)
{
    const Settings& settings = call.settings;
    if (!call.arguments.empty()) {
        return fail(ErrorKind::Usage, "bench takes no queries as words",
                    "write them into a file: --queries FILE, or - for standard input");
    }
    if (settings.format->name != "text" && settings.format->name != "json") {
        return fail(ErrorKind::Usage,
                    "--format " + std::string{settings.format->name} + " is for articles",
                    "one of: text, json");
    }
    const auto index = cli::index_path(settings.index);
    if (!index) { return Failure{index.error()}; }
    std::optional<BenchRecord> earlier;
    if (!settings.against.empty()) {
        auto read = read_run(settings.against);
        if (!read) { return Failure{read.error()}; }
        earlier = *std::move(read);
    }
    if (auto there = check_folder_of(settings.save); !there) { return Failure{there.error()}; }
    auto queries = queries_of(settings);
    if (!queries) { return Failure{queries.error()}; }

    const BenchPlan plan{.index = *index,
                         .facets = facet_requests(settings),
                         .facet_limit = settings.facet_limit,
                         .time_limit = settings.timeout,
                         .threads = settings.threads != 0
                                        ? settings.threads
                                        : std::max(1U, std::thread::hardware_concurrency())};
    const auto run = measured(plan, *std::move(queries), call.err);
    if (!run) { return Failure{run.error()}; }
    std::optional<Comparison> against;
    if (earlier) {
        against = compare_runs(run->record, *earlier);
        against->file = settings.against.string();
    }
    std::ostringstream json;
    write_run_json(*run, against, json);
    if (settings.format->name == "json") {
        call.out << json.str();
    } else {
        write_run_text(*run, against, style_of_output(settings), call.out);
    }
    if (!settings.save.empty() && exit_code_of(*run) == 0) {
        if (auto kept = write_file(settings.save, json.str()); !kept) {
            return Failure{kept.error()};
        }
    }
    return exit_code_of(*run);
}

}  // namespace

extern const Command bench_command{
    .name = "bench",
    .arguments = "--queries FILE",
    .summary = "Measures how long your queries take: cold and warm, alone and together",
    .example = "dateline-search bench --index news.idx --queries log.txt --save before.json",
    .run = run_bench,
};

}  // namespace dateline::searcher
