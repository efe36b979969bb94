// deflate as HTTP has it, by zlib: with zlib's header, or without one, as old servers sent it.
#include "indexer/input/decompressor.hpp"

#include <algorithm>

#define ZLIB_CONST
#include <zlib.h>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostAtOnce = std::size_t{1} << 30U;  // zlib counts in 32 bits

/// Whether these two bytes are zlib's header: https://www.rfc-editor.org/rfc/rfc1950#page-4
bool is_zlib(std::span<const char> packed)
{
    if (packed.size() < 2) { return false; }
    const auto first = static_cast<unsigned char>(packed[0]);
    const auto second = static_cast<unsigned char>(packed[1]);
    return (first & 0x0fU) == 8 && (first * 256U + second) % 31 == 0;
}

class Deflate final : public Decompressor {
  public:
    ~Deflate() override
    {
        if (ready_) { inflateEnd(&stream_); }
    }

    Unpacked unpack(std::span<const char> packed, std::span<char> into) override
    {
        if (!ready_) {
            ready_ = inflateInit2(&stream_, is_zlib(packed) ? MAX_WBITS : -MAX_WBITS) == Z_OK;
        }
        if (!ready_) { return {.reason = "unreadable", .message = "there is no memory for zlib"}; }
        if (complete_) {
            return {.reason = "damaged-compression", .message = "something follows its end"};
        }
        const auto packed_size = static_cast<uInt>(std::min(packed.size(), kMostAtOnce));
        const auto into_size = static_cast<uInt>(std::min(into.size(), kMostAtOnce));
        stream_.next_in = reinterpret_cast<const Bytef*>(packed.data());
        stream_.avail_in = packed_size;
        stream_.next_out = reinterpret_cast<Bytef*>(into.data());
        stream_.avail_out = into_size;
        const int code = inflate(&stream_, Z_NO_FLUSH);
        complete_ = code == Z_STREAM_END;
        Unpacked step{.taken = packed_size - stream_.avail_in,
                      .made = into_size - stream_.avail_out};
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
            step.reason = "damaged-compression";
            step.message = stream_.msg == nullptr ? "not as zlib expects it" : stream_.msg;
        }
        return step;
    }

    [[nodiscard]] bool complete() const override { return complete_; }

  private:
    z_stream stream_{};
    bool ready_ = false;
    bool complete_ = false;
};

}  // namespace

std::unique_ptr<Decompressor> make_deflate() { return std::make_unique<Deflate>(); }

}  // namespace dateline::indexer
