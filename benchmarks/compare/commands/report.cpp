// report: the summary and the plots of a run, made from its raw.json.
#include "benchmarks/compare/commands/command.hpp"
#include "benchmarks/compare/plots.hpp"
#include "benchmarks/compare/summary.hpp"
#include "common/storage/file.hpp"

#include <fstream>

namespace dateline::compare {
namespace {

Result<int> run_report(const Call& call)
{
    if (call.arguments.size() != 1) { return fail(ErrorKind::Usage, "report takes one folder"); }
    const std::filesystem::path folder = call.arguments.front();
    const auto run = read_record(folder / "raw.json");
    if (!run) { return Failure{run.error()}; }
    if (run->shares.empty()) { return fail(ErrorKind::InputFormat, "the run measured nothing"); }
    std::ofstream page{folder / "summary.md", std::ios::binary};
    page << summary_of(*run);
    page.flush();
    if (!page) { return io_failure("write", folder / "summary.md"); }
    const auto drawn = draw_plots(*run, folder);
    if (!drawn) { return Failure{drawn.error()}; }
    call.out << (folder / "summary.md").string() << '\n';
    return 0;
}

}  // namespace

extern const Command report_command{
    .name = "report",
    .arguments = "RUN",
    .summary = "Makes summary.md and the plots of a run from its raw.json",
    .example = "dateline-compare report benchmarks/runs/2026-11-22-cpp",
    .run = run_report,
};

}  // namespace dateline::compare
