// Streams of bytes: a file or standard input, decompressed on the way.
#pragma once

#include "common/result.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace dateline::indexer {

/// Bytes to be read once, from front to back. One reader, one thread.
class ByteSource {
  public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    /// Fills the front of `into`; returns how many bytes, 0 at the end. Fails with Io or
    /// InputFormat (damaged or truncated compression); after a failure there is nothing more.
    virtual Result<std::size_t> read(std::span<char> into) = 0;

    /// Why read() failed, as a Notice counts it: "unreadable", "truncated", "damaged-compression"
    /// or "bomb"; empty as long as it has not.
    [[nodiscard]] virtual std::string_view failure_reason() const = 0;

    /// How many bytes of the file itself (compressed) have been read: for progress.
    [[nodiscard]] virtual std::uint64_t bytes_taken() const = 0;
};

/// Opens a regular file for reading, without following a symlink or waiting for a FIFO; .gz and
/// .zst are recognised by their first bytes, whatever the name. Paths may be longer than PATH_MAX.
/// Fails with Io, naming the reason.
Result<std::unique_ptr<ByteSource>> open_file(const std::filesystem::path& path);

/// Standard input, decompressed like a file.
std::unique_ptr<ByteSource> open_stdin();

/// Bytes in memory, decompressed like a file: for tests.
std::unique_ptr<ByteSource> open_memory(std::string bytes);

}  // namespace dateline::indexer
