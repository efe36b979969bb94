// watch: adds what is in folders, and then whatever is dropped into them, until it is ended.
#include "common/cli/values.hpp"
#include "common/interrupt.hpp"
#include "indexer/commands/dump_run.hpp"
#include "indexer/folder_watch.hpp"

namespace dateline::indexer {
namespace {

/// Adds some files and publishes them. The index is locked only while this goes on.
Result<int> add_files(const Call& call, const std::filesystem::path& index, DumpPaths dumps)
{
    auto opened = IndexWriter::open(index, IfLocked::Wait);
    if (!opened) { return Failure{opened.error()}; }
    const auto writer = *std::move(opened);
    auto output = RunOutput::open(call.settings, dumps, call.err);
    if (!output) { return Failure{output.error()}; }
    RunPlan plan{.source = std::make_unique<RecordReader>(call.settings, std::move(dumps)),
                 .noted = call.arguments};
    auto code = run_and_publish(call, *writer, **output, std::move(plan));
    call.err.flush();
    return code;
}

Result<int> run_watch(const Call& call)
{
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    auto there = named_dumps(call);
    if (!there) { return Failure{there.error()}; }
    auto folders = named_folders(call);
    if (!folders) { return Failure{folders.error()}; }
    catch_interrupts();
    auto opened =
        FolderWatch::open(*std::move(folders));  // before the first run: nothing is missed
    if (!opened) { return Failure{opened.error()}; }
    FolderWatch watch = *std::move(opened);
    auto code = add_files(call, *index, *std::move(there));
    while (code && !is_interrupted()) {
        auto dropped = watch.wait();
        if (!dropped) { return Failure{dropped.error()}; }
        DumpFiles files = *std::move(dropped);
        leave_out_index(*index, files);
        if (!files.files.empty()) { code = add_files(call, *index, {.found = std::move(files)}); }
    }
    if (!code) { return code; }
    return 0;
}

}  // namespace

extern const Command watch_command{
    .name = "watch",
    .arguments = "FOLDER…",
    .summary = "Adds what is in folders, then whatever is dropped into them, until Ctrl-C",
    .example = "dateline-index watch --index news.idx incoming/",
    .run = run_watch,
};

}  // namespace dateline::indexer
