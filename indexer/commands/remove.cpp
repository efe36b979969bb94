// remove: takes articles out of the index by their ids.
#include "common/cli/values.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/writer.hpp"

namespace dateline::indexer {
namespace {

Result<int> run_remove(const Call& call)
{
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    if (call.arguments.empty()) {
        return fail(ErrorKind::Usage, "no article is named",
                    "name ids, as dateline-search shows them");
    }
    if (auto snapshot = Snapshot::open(*index); !snapshot) { return Failure{snapshot.error()}; }
    auto opened = IndexWriter::open(*index);
    if (!opened) { return Failure{opened.error()}; }
    const auto writer = *std::move(opened);
    std::size_t removed = 0;
    std::size_t missing = 0;
    for (const std::string& id : call.arguments) {
        const auto was_there = writer->remove(id);
        if (!was_there) { return Failure{was_there.error()}; }
        ++(*was_there ? removed : missing);
    }
    if (auto published = writer->publish(); !published) { return Failure{published.error()}; }
    if (!call.settings.quiet) {
        call.err << "removed " << removed << ", not there " << missing << '\n';
    }
    return 0;
}

}  // namespace

extern const Command remove_command{
    .name = "remove",
    .arguments = "ID…",
    .summary = "Removes articles from the index by their ids",
    .example = "dateline-index remove --index news.idx reuters/1",
    .run = run_remove,
};

}  // namespace dateline::indexer
