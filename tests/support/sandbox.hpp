// A scratch folder for tests that need real files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace dateline::tests {

/// An empty folder of its own, removed with all that is in it at the end of its life.
class Sandbox {
  public:
    Sandbox();
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;
    ~Sandbox();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// The path of `name` (which may have slashes) in it.
    [[nodiscard]] std::string at(std::string_view name) const { return (path_ / name).string(); }

    /// Writes a file, making its folders; returns its path.
    std::string write(std::string_view name, std::string_view bytes) const;
    /// Makes a folder and those above it; returns its path.
    std::string make_folder(std::string_view name) const;

  private:
    std::filesystem::path path_;
};

}  // namespace dateline::tests
