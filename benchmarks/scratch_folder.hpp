// A folder for the time of one measurement.
#pragma once

#include "common/result.hpp"

#include <filesystem>
#include <utility>

namespace dateline::benchmarks {

/// A new folder under TMPDIR, removed with all that is in it when the object goes.
class ScratchFolder {
  public:
    /// Fails with Io.
    static Result<ScratchFolder> make();
    ScratchFolder(ScratchFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    ScratchFolder& operator=(ScratchFolder&&) = delete;
    ~ScratchFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    explicit ScratchFolder(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path path_;  ///< empty: it was moved from
};

}  // namespace dateline::benchmarks
