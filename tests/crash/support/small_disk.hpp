// A disk of a few kilobytes in memory, to be filled to the brim.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace dateline::tests {

/// A tmpfs, seen by this process and its children only; unmounted at the end of its life.
class SmallDisk {
  public:
    /// Mounts one on the folder `path`; nothing, and `why_not`, where that is not allowed.
    static std::unique_ptr<SmallDisk> mount(const std::string& path, std::uint64_t bytes,
                                            std::string& why_not);
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk();

    void resize(std::uint64_t bytes) const;
    [[nodiscard]] std::uint64_t used_bytes() const;

  private:
    explicit SmallDisk(std::string path) : path_(std::move(path)) {}
    std::string path_;
};

}  // namespace dateline::tests
