// What the verbs that read dumps into an index do alike: the lock, the run, the end of it.
#pragma once

#include "indexer/add_run.hpp"
#include "indexer/commands/command.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace dateline::indexer {

/// Opens an index for writing. Another writer: waits for it if --wait was given (and says so), else
/// fails with IndexLocked.
Result<std::unique_ptr<IndexWriter>> open_writer(const Call& call,
                                                 const std::filesystem::path& index);

/// The same for the index that the command names. `must_exist`: no index is made, IndexMissing.
Result<std::unique_ptr<IndexWriter>> open_writer(const Call& call, bool must_exist);

/// What the arguments come to, without the files of the index itself, if it lies in a folder of
/// them. Fails as find_dumps() does.
Result<DumpPaths> named_dumps(const Call& call);

/// Takes the index's own files out of a list.
void leave_out_index(const std::filesystem::path& index, DumpFiles& found);

/// The arguments as absolute paths of folders. Fails with Usage if one is none.
Result<std::vector<std::string>> named_folders(const Call& call);

/// What a run reads, and what is special about it.
struct RunPlan {
    std::unique_ptr<ArticleSource> source;
    std::vector<std::string> noted{};  ///< sources for the manifest, once all is read
    RunObserver* observer = nullptr;
    /// Done when all is read and nobody interrupted, before the last publication; may be empty.
    std::function<Status()> at_end{};
};

/// Runs it, publishes and tells. Returns the exit code.
Result<int> run_and_publish(const Call& call, IndexWriter& writer, RunOutput& output, RunPlan plan);

}  // namespace dateline::indexer
