// Files as the index uses them: mapped to read, written durably, hashed.
#pragma once

#include "common/result.hpp"

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// XXH3-128 of some bytes, as 32 hexadecimal digits.
std::string hash_hex(std::string_view bytes);

/// A file's size and the XXH3-128 of its contents: how a manifest knows its files.
struct FileDigest {
    std::uint64_t size = 0;
    std::string hash{};
    std::string ends{};  ///< see digest_ends(); "" of a file of which not all counts

    friend bool operator==(const FileDigest&, const FileDigest&) = default;
};

/// A whole file, mapped for reading. The bytes live as long as the object.
class MappedFile {
  public:
    MappedFile() = default;
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    ~MappedFile();

    /// Fails with IndexDamaged if the file is not there, with Io if it cannot be read.
    static Result<MappedFile> open(const std::filesystem::path& path);

    [[nodiscard]] std::string_view bytes() const { return bytes_; }

    /// Gives back the memory of what was read; it is read from the file again when it is wanted.
    /// For who reads a large file once, front to back.
    void forget() const;

  private:
    std::string_view bytes_{};
};

/// Of the file's first `most` bytes. Fails with IndexDamaged if the file is not there, with Io if
/// it cannot be read.
Result<FileDigest> digest_file(const std::filesystem::path& path, std::uint64_t most = UINT64_MAX);

/// The XXH3-128 of a file's first and last 4 kB: enough to tell it from any other that was written
/// whole, and to be read at each opening. Fails as digest_file() does.
Result<std::string> digest_ends(const std::filesystem::path& path);

/// Writes a whole new file (replacing one of that name) and makes it durable. Fails with Io.
Status write_file(const std::filesystem::path& path, std::string_view bytes);

/// Puts a whole new file in the place of one that may be there, by way of `path`.new: who reads it
/// meanwhile has the old one or the new one. Durable. Fails with Io.
Status replace_file(const std::filesystem::path& path, std::string_view bytes);

/// Makes a file's contents, or a directory's entries, survive a power cut. Fails with Io.
Status sync_path(const std::filesystem::path& path);

/// The entries of a folder, sorted. Fails with Io.
Result<std::vector<std::filesystem::path>> list_folder(const std::filesystem::path& folder);

/// Makes a folder and those above it, where they are not there. Fails with Io.
Status make_folders(const std::filesystem::path& folder);

/// An Io failure from errno, or another number of its kind: "cannot write 'x': No space left on
/// device". If that is so, the hint says what to do.
Failure io_failure(std::string_view doing, const std::filesystem::path& path, int problem = errno);

}  // namespace dateline
