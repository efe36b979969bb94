// Documents → a compacted Xapian database of postings, by way of many small ones.
//
// Small databases of a few hundred articles stay in the processor's caches; compaction merges them
// as sorted runs. Measured in design/architecture.md: 16 MB/s against 1.9 with one large writer.
#pragma once

#include "common/result.hpp"

#include <filesystem>
#include <optional>
#include <vector>
#include <xapian.h>

namespace dateline::indexer {

class PostingsBuilder {
  public:
    /// `scratch` is a folder of its own, emptied by the caller afterwards.
    explicit PostingsBuilder(std::filesystem::path scratch) : scratch_(std::move(scratch)) {}

    /// Adds a document; docids are 1, 2, 3 … in the order of adding. A document that Xapian refuses
    /// fails with InputFormat and costs nothing but itself; any other failure is the disk's (Io),
    /// and everything after it, finish() included, fails alike.
    Status add(Xapian::Document document);

    /// Writes everything added into a new database at `path`, at least one document.
    Status finish(const std::filesystem::path& path);

  private:
    Status try_add(Xapian::Document document);
    Status begin_small();
    Status end_small();
    Status restart_small();
    Status merge(const std::vector<std::filesystem::path>& parts,
                 const std::filesystem::path& path) const;

    std::filesystem::path scratch_;
    std::optional<Xapian::WritableDatabase> small_{};
    std::filesystem::path small_path_{};
    std::vector<Xapian::Document> batch_{};  ///< what small_ holds, kept in case it must be redone
    std::vector<std::filesystem::path> finished_{};  ///< small databases
    std::vector<std::filesystem::path> merged_{};    ///< of kFanIn small ones each
    std::size_t next_name_ = 0;
    Status state_{Done{}};  ///< the first failure of the disk
};

/// Merges Xapian databases into a new one at `path`, docids of each behind those of the one before,
/// and makes it durable.
Status merge_postings(const std::vector<std::filesystem::path>& parts,
                      const std::filesystem::path& path);

}  // namespace dateline::indexer
