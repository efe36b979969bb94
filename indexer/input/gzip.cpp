// gzip, by zlib: any number of members, each with its checksum verified.
#include "indexer/input/decompressor.hpp"

#include <algorithm>
#include <cstdint>

#define ZLIB_CONST
#include <zlib.h>

namespace dateline::indexer {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;
constexpr std::size_t kMostAtOnce = std::size_t{1} << 30U;  // zlib counts in 32 bits

class Gzip final : public Decompressor {
  public:
    Gzip() { ready_ = inflateInit2(&stream_, kGzipOnly) == Z_OK; }
    ~Gzip() override { inflateEnd(&stream_); }

    Unpacked unpack(std::span<const char> packed, std::span<char> into) override
    {
        if (!ready_) { return {.reason = "unreadable", .message = "there is no memory for zlib"}; }
        if (complete_) {
            inflateReset(&stream_);
            first_member_ = false;
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
            step.message = what_is_wrong();
        }
        return step;
    }

    [[nodiscard]] bool complete() const override { return complete_; }

  private:
    [[nodiscard]] std::string what_is_wrong() const
    {
        if (!first_member_ && stream_.total_out == 0) { return "what follows is not gzip"; }
        return stream_.msg == nullptr ? "not as zlib expects it" : stream_.msg;
    }

    z_stream stream_{};
    bool ready_ = false;
    bool complete_ = false;
    bool first_member_ = true;
};

}  // namespace

std::unique_ptr<Decompressor> make_gzip() { return std::make_unique<Gzip>(); }

}  // namespace dateline::indexer
