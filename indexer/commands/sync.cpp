// sync: makes the index match folders of dumps.
#include "indexer/sync.hpp"

#include "indexer/commands/dump_run.hpp"

namespace dateline::indexer {
namespace {

/// A folder that is empty is more often a disk that is not there than a wish.
Failure all_vanished(std::uint64_t articles)
{
    return fail(
        ErrorKind::Usage,
        "there is no dump left, which would remove " + std::to_string(articles) + " articles",
        "if that is meant: dateline-index remove --file FOLDER");
}

Result<int> run_sync(const Call& call)
{
    auto dumps = named_dumps(call);
    if (!dumps) { return Failure{dumps.error()}; }
    auto folders = named_folders(call);
    if (!folders) { return Failure{folders.error()}; }
    auto opened = open_writer(call, false);
    if (!opened) { return Failure{opened.error()}; }
    const auto writer = *std::move(opened);
    auto output = RunOutput::open(call.settings, *dumps, call.err);
    if (!output) { return Failure{output.error()}; }
    FolderSync sync{*writer, *std::move(folders)};
    const bool is_empty = dumps->found.files.empty();
    RunPlan plan{.source = std::make_unique<RecordReader>(call.settings, *std::move(dumps),
                                                          sensible_readers()),
                 .noted = call.arguments,
                 .observer = &sync};
    plan.at_end = [&]() -> Status {
        const auto removed = sync.remove_vanished();
        if (!removed) { return Failure{removed.error()}; }
        if (is_empty && *removed > 0) { return all_vanished(*removed); }
        (*output)->summary().add(Outcome::Removed, *removed);
        return Done{};
    };
    return run_and_publish(call, *writer, **output, std::move(plan));
}

}  // namespace

extern const Command sync_command{
    .name = "sync",
    .arguments = "FOLDER…",
    .summary = "Makes the index match folders: adds, replaces, and removes what has vanished",
    .example = "dateline-index sync --index news.idx dumps/",
    .run = run_sync,
};

}  // namespace dateline::indexer
