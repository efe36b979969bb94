// Opening files and folders at any depth, and closing them again.
#pragma once

#include <string>
#include <utility>

namespace dateline::indexer {

/// An open file, closed at the end of its life.
class FileDescriptor {
  public:
    FileDescriptor() = default;
    explicit FileDescriptor(int number) : number_(number) {}
    FileDescriptor(FileDescriptor&& other) noexcept
        : number_(std::exchange(other.number_, -1)), ours_(other.ours_)
    {
    }
    FileDescriptor& operator=(FileDescriptor&& other) noexcept;
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    ~FileDescriptor();

    /// One that somebody else closes.
    static FileDescriptor borrow(int number);

    explicit operator bool() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }
    /// Hands the file over to the caller, who closes it.
    [[nodiscard]] int release() { return std::exchange(number_, -1); }

  private:
    int number_ = -1;
    bool ours_ = true;
};

/// open(2) for reading, for paths of any length: longer ones than PATH_MAX are opened in stages.
/// On failure the result is false and errno says why.
FileDescriptor open_path(const std::string& path, int flags);

}  // namespace dateline::indexer
