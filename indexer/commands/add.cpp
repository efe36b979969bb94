// add: reads dumps and puts their articles into the index.
#include "indexer/commands/dump_run.hpp"

namespace dateline::indexer {
namespace {

Result<int> run_add(const Call& call)
{
    auto dumps = named_dumps(call);
    if (!dumps) { return Failure{dumps.error()}; }
    auto opened = open_writer(call, false);
    if (!opened) { return Failure{opened.error()}; }
    const auto writer = *std::move(opened);
    auto output = RunOutput::open(call.settings, *dumps, call.err);
    if (!output) { return Failure{output.error()}; }
    RunPlan plan{.source = std::make_unique<RecordReader>(call.settings, *std::move(dumps)),
                 .noted = call.arguments};
    return run_and_publish(call, *writer, **output, std::move(plan));
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
