// scorecard: stored lines of several runs as one page of Markdown, for scripts/scorecard.
#include "benchmarks/quality/scorecard.hpp"

#include "benchmarks/quality/commands/command.hpp"
#include "benchmarks/quality/data_file.hpp"

#include <algorithm>

namespace dateline::quality {
namespace {

constexpr std::size_t kRuns = 3;

Result<int> run_scorecard(const Call& call)
{
    if (call.arguments.empty()) {
        return fail(ErrorKind::Usage, "no FILE is named", "scripts/scorecard names them");
    }
    std::vector<std::filesystem::path> files{call.arguments.begin(), call.arguments.end()};
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) {
        return a.filename() > b.filename();  // which begin with the time
    });
    files.resize(std::min(files.size(), kRuns));
    std::vector<ScorecardRun> runs;
    for (const auto& file : files) {
        const auto text = read_whole(file);
        if (!text) { return Failure{text.error()}; }
        auto run = parse_run(file.stem().string(), *text);
        if (!run) {
            return fail(run.error().kind, "'" + file.string() + "': " + run.error().message);
        }
        runs.push_back(*std::move(run));
    }
    call.out << scorecard_page(runs);
    return 0;
}

}  // namespace

extern const Command scorecard_command{
    .name = "scorecard",
    .arguments = "FILE…",
    .summary = "Prints the last three of these runs side by side, as Markdown",
    .example = "dateline-quality scorecard benchmarks/runs/scorecard/*.txt",
    .run = run_scorecard,
};

}  // namespace dateline::quality
