// add: reads dumps and puts their articles into the index.
#include "common/interrupt.hpp"
#include "indexer/commands/dump_run.hpp"
#include "indexer/dry_run.hpp"
#include "indexer/overview.hpp"

namespace dateline::indexer {
namespace {

/// What would be read; no index is needed or touched.
Result<int> show_only(const Call& call)
{
    auto found = find_dumps(call.arguments);
    if (!found) { return Failure{found.error()}; }
    DumpPaths dumps = *std::move(found);
    if (!call.settings.index.empty()) { leave_out_index(call.settings.index, dumps.found); }
    catch_interrupts();
    const std::uint64_t lost = dry_run(call.settings, dumps, call.out);
    return call.settings.strict && lost > 0 ? exit_code::kSkipped : 0;
}

Result<int> run_add(const Call& call)
{
    if (call.settings.dry_run) { return show_only(call); }
    auto dumps = named_dumps(call);
    if (!dumps) { return Failure{dumps.error()}; }
    auto opened = open_writer(call, false);
    if (!opened) { return Failure{opened.error()}; }
    const auto writer = *std::move(opened);
    auto output = RunOutput::open(call.settings, *dumps, call.err);
    if (!output) { return Failure{output.error()}; }
    RunPlan plan{.source = std::make_unique<RecordReader>(call.settings, *std::move(dumps),
                                                          sensible_readers()),
                 .noted = call.arguments};
    const auto code = run_and_publish(call, *writer, **output, std::move(plan));
    if (!code || is_interrupted() || call.settings.quiet) { return code; }
    const auto printed = print_overview(writer->path(), call.err);
    return printed ? code : Result<int>{Failure{printed.error()}};
}

}  // namespace

extern const Command add_command{
    .name = "add",
    .arguments = "PATH… | -",
    .summary = "Adds the articles of files, folders or standard input to the index",
    .example = "dateline-index add --index news.idx dumps/ more.jsonl.zst",
    .run = run_add,
};

}  // namespace dateline::indexer
