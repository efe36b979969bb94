// Compressions that a dump may be wrapped in. Each turns bytes of the file into bytes of text;
// reading, counting and the guard against bombs are in unpacked_source.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace dateline::indexer {

/// What one step of decompression came to. With a reason, the bytes behind are lost; those made
/// before it are good.
struct Unpacked {
    std::size_t taken = 0;      ///< bytes used up of the packed ones
    std::size_t made = 0;       ///< bytes put out
    std::string_view reason{};  ///< "damaged-compression" or "bomb"; empty: all is well
    std::string message{};      ///< what is wrong, without the place
};

/// Unpacks one stream of bytes, which may be several compressed ones behind each other.
class Decompressor {
  public:
    Decompressor() = default;
    Decompressor(const Decompressor&) = delete;
    Decompressor& operator=(const Decompressor&) = delete;
    virtual ~Decompressor() = default;

    /// Goes on unpacking; `packed` is what the last step has not taken, with more bytes behind.
    /// An empty one asks for what is left inside.
    virtual Unpacked unpack(std::span<const char> packed, std::span<char> into) = 0;

    /// Whether the stream may end here.
    [[nodiscard]] virtual bool complete() const = 0;
};

std::unique_ptr<Decompressor> make_gzip();
std::unique_ptr<Decompressor> make_zstd();
std::unique_ptr<Decompressor> make_bzip2();
std::unique_ptr<Decompressor> make_xz();
/// One stream of each; only an HTTP header tells of them, so files are never taken for such.
std::unique_ptr<Decompressor> make_deflate();
std::unique_ptr<Decompressor> make_brotli();

/// A kind of compression.
struct Compression {
    std::string_view name;
    std::string_view endings;  ///< of file names, between blanks: ".gz .tgz"
    bool (*claims)(std::string_view first_bytes);
    std::unique_ptr<Decompressor> (*make)();
};

/// Every kind. One is told by the first bytes alone, whatever the name.
std::span<const Compression> compressions();

/// How many of the first bytes tell the compression.
inline constexpr std::size_t kMagicBytes = 10;

/// The compression of a file that begins with these bytes; null if they are not compressed.
const Compression* find_compression(std::string_view first_bytes);

/// A file's name without the ending of its compression, if it has one: "a.txt.gz" → "a.txt".
std::string_view without_packed_ending(std::string_view name);

}  // namespace dateline::indexer
