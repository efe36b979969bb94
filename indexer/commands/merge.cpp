// merge: makes one segment of all.
#include "indexer/commands/dump_run.hpp"

namespace dateline::indexer {
namespace {

Result<int> run_merge(const Call& call)
{
    if (!call.arguments.empty()) {
        return fail(ErrorKind::Usage, "merge takes no arguments",
                    "see dateline-index merge --help");
    }
    auto opened = open_writer(call, true);
    if (!opened) { return Failure{opened.error()}; }
    const auto writer = *std::move(opened);
    const std::size_t before = writer->manifest().segments.size();
    const auto merged = writer->merge_all();
    if (!merged) { return Failure{merged.error()}; }
    if (!call.settings.quiet) {
        call.err << (*merged ? "merged " + std::to_string(before) + " segments into " +
                                   std::to_string(writer->manifest().segments.size())
                             : "nothing to merge: " + std::to_string(before) +
                                   " segments, nothing of them removed")
                 << '\n';
    }
    return 0;
}

}  // namespace

extern const Command merge_command{
    .name = "merge",
    .arguments = "",
    .summary = "Makes one segment of all, without what was removed: smallest and fastest to search",
    .example = "dateline-index merge --index news.idx",
    .run = run_merge,
};

}  // namespace dateline::indexer
