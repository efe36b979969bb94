// Streams of bytes as they are: a file, standard input, memory. Layers on top of them unpack
// (unpacked_source.hpp, archive.hpp) and decode (utf8_source.hpp).
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
    /// InputFormat (damaged or truncated wrapping); after a failure there is nothing more.
    virtual Result<std::size_t> read(std::span<char> into) = 0;

    /// Why read() failed, as a Notice counts it: "unreadable", "truncated", "damaged-compression",
    /// "damaged-archive", "bomb" or "sparse"; empty as long as it has not.
    [[nodiscard]] virtual std::string_view failure_reason() const = 0;

    /// How many bytes of the file itself (compressed) have been read: for progress.
    [[nodiscard]] virtual std::uint64_t bytes_taken() const = 0;

    /// How many bytes there are in all, if seek() works; 0 if it does not. A zip tells at its end
    /// which of its entries are links.
    [[nodiscard]] virtual std::uint64_t seekable_bytes() const { return 0; }
    /// Goes on reading at this byte. False: it cannot.
    virtual bool seek(std::uint64_t /*offset*/) { return false; }
};

/// Opens a regular file for reading, without following a symlink or waiting for a FIFO. Paths may
/// be longer than PATH_MAX. Reading ends with "sparse" where a hole of a megabyte or more begins.
/// Fails with Io, naming the reason.
Result<std::unique_ptr<ByteSource>> open_file(const std::filesystem::path& path);

std::unique_ptr<ByteSource> open_stdin();

/// Bytes in memory: for tests.
std::unique_ptr<ByteSource> open_memory(std::string bytes);

}  // namespace dateline::indexer
