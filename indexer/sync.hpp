// Making an index match folders: what a run over them sees, and what of the index is not among it.
#pragma once

#include "indexer/add_run.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dateline::indexer {

/// Sees everything that a run reads of some folders, and then removes what has vanished from them.
/// An article is looked for by its id, not by its file: one that has moved is not vanished.
class FolderSync final : public RunObserver {
  public:
    /// `folders` are absolute paths; the writer must outlive it.
    FolderSync(IndexWriter& writer, std::vector<std::string> folders)
        : writer_(writer), folders_(std::move(folders))
    {
    }

    void see(const Notice& notice) override;
    /// True if the article is there, from a file that is gone: it is to be kept under this one.
    Result<bool> see(const Article& article) override;

    /// Removes the published articles that came from the folders and were not seen, but for those
    /// of files that could not be read wholly; returns how many. Publishes nothing.
    Result<std::uint64_t> remove_vanished();

  private:
    [[nodiscard]] bool is_vanished(const Article& article) const;
    [[nodiscard]] bool is_doubtful(std::string_view label) const;
    bool is_file(const std::string& path);

    IndexWriter& writer_;
    std::vector<std::string> folders_;
    std::unordered_set<std::uint64_t> seen_{};  ///< hashes of ids
    /// Files and folders of which something could not be read, by label.
    std::unordered_set<std::string> doubtful_{};
    std::unordered_map<std::string, bool> files_{};  ///< whether there is such a file
};

}  // namespace dateline::indexer
