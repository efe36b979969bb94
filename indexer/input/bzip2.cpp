// bzip2, by libbz2: any number of streams, as pbzip2 writes them, each block's checksum verified.
#include "indexer/input/decompressor.hpp"

#include <algorithm>
#include <bzlib.h>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostAtOnce = std::size_t{1} << 30U;  // libbz2 counts in 32 bits

class Bzip2 final : public Decompressor {
  public:
    Bzip2() { begin(); }
    ~Bzip2() override { BZ2_bzDecompressEnd(&stream_); }

    Unpacked unpack(std::span<const char> packed, std::span<char> into) override
    {
        if (complete_) {
            BZ2_bzDecompressEnd(&stream_);
            begin();
            is_first_ = false;
        }
        if (!ready_) { return {.reason = "unreadable", .message = "there is no memory for bzip2"}; }
        const auto packed_size = static_cast<unsigned>(std::min(packed.size(), kMostAtOnce));
        const auto into_size = static_cast<unsigned>(std::min(into.size(), kMostAtOnce));
        stream_.next_in = const_cast<char*>(packed.data());  // which libbz2 does not write to
        stream_.avail_in = packed_size;
        stream_.next_out = into.data();
        stream_.avail_out = into_size;
        const int code = BZ2_bzDecompress(&stream_);
        complete_ = code == BZ_STREAM_END;

        Unpacked step{.taken = packed_size - stream_.avail_in,
                      .made = into_size - stream_.avail_out};
        if (code != BZ_OK && code != BZ_STREAM_END) {
            step.reason = "damaged-compression";
            step.message = code == BZ_DATA_ERROR_MAGIC && !is_first_ ? "what follows is not bzip2"
                           : code == BZ_DATA_ERROR ? "a block's checksum or codes are wrong"
                                                   : "not as libbz2 expects it";
        }
        return step;
    }

    [[nodiscard]] bool complete() const override { return complete_; }

  private:
    void begin()
    {
        stream_ = {};
        ready_ = BZ2_bzDecompressInit(&stream_, 0, 0) == BZ_OK;
        complete_ = false;
    }

    bz_stream stream_{};
    bool ready_ = false;
    bool complete_ = false;
    bool is_first_ = true;
};

}  // namespace

std::unique_ptr<Decompressor> make_bzip2() { return std::make_unique<Bzip2>(); }

}  // namespace dateline::indexer
