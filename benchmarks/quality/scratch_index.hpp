// An index of a dump for the time of one measurement.
#pragma once

#include "common/result.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace dateline::quality {

/// Made as dateline-index add makes one, in a folder of its own that goes with the object.
class ScratchIndex {
  public:
    /// Fails with Io if the dump cannot be read whole, or as IndexWriter does.
    static Result<std::unique_ptr<ScratchIndex>> of(const std::filesystem::path& dump);
    ScratchIndex(const ScratchIndex&) = delete;
    ScratchIndex& operator=(const ScratchIndex&) = delete;
    ~ScratchIndex();

    [[nodiscard]] std::filesystem::path path() const { return folder_ / "index"; }
    /// The dump's own id of an article, by the product's.
    [[nodiscard]] const std::map<std::string, std::string>& own_ids() const { return own_ids_; }

  private:
    explicit ScratchIndex(std::filesystem::path folder) : folder_(std::move(folder)) {}
    Status fill(const std::filesystem::path& dump);

    std::filesystem::path folder_;
    std::map<std::string, std::string> own_ids_{};
};

}  // namespace dateline::quality
