#include "indexer/commands/dump_run.hpp"

#include "common/cli/values.hpp"
#include "common/interrupt.hpp"

#include <algorithm>

namespace dateline::indexer {

Result<std::unique_ptr<IndexWriter>> open_writer(const Call& call,
                                                 const std::filesystem::path& index)
{
    auto writer = IndexWriter::open(index);
    if (writer || writer.error().kind != ErrorKind::IndexLocked || !call.settings.wait) {
        return writer;
    }
    if (!call.settings.quiet) { call.err << "waiting: " << writer.error().message << std::endl; }
    catch_interrupts();
    return IndexWriter::open(index, IfLocked::Wait);
}

Result<std::unique_ptr<IndexWriter>> open_writer(const Call& call, bool must_exist)
{
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    if (must_exist) {
        if (auto there = lock_manifest(*index); !there) { return Failure{there.error()}; }
    }
    return open_writer(call, *index);
}

void leave_out_index(const std::filesystem::path& index, DumpFiles& found)
{
    const std::string folder = absolute_path(index.string());
    found.files.erase(
        std::remove_if(found.files.begin(), found.files.end(),
                       [&folder](const DumpFile& f) { return path_inside(f.path, folder); }),
        found.files.end());
}

Result<DumpPaths> named_dumps(const Call& call)
{
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    auto dumps = find_dumps(call.arguments);
    if (!dumps) { return dumps; }
    DumpPaths named = *std::move(dumps);
    leave_out_index(*index, named.found);
    return named;
}

Result<std::vector<std::string>> named_folders(const Call& call)
{
    std::vector<std::string> folders;
    for (const std::string& path : call.arguments) {
        std::error_code problem;
        if (!std::filesystem::is_directory(path, problem)) {
            return fail(ErrorKind::Usage, "'" + path + "' is no folder",
                        "name folders; dateline-index add takes files and standard input as well");
        }
        folders.push_back(absolute_path(path));
    }
    return folders;
}

Result<int> run_and_publish(const Call& call, IndexWriter& writer, RunOutput& output, RunPlan plan)
{
    catch_interrupts();
    AddRun run{call.settings, writer.path(), writer, output, plan.observer};
    Status done = run.run(std::move(plan.source));
    if (done && !is_interrupted()) {
        for (std::string& source : plan.noted) { writer.note_source(std::move(source)); }
        if (plan.at_end) { done = plan.at_end(); }
    }
    if (done) { done = writer.publish(); }
    auto code = output.finish(is_interrupted());
    if (done) { return code; }
    Error error = done.error();
    error.message += "; what was published before is whole and stays";
    return Failure{error};
}

}  // namespace dateline::indexer
