// zstd, by libzstd: any number of frames, checksums verified, windows of at most 128 MiB.
#include "indexer/input/decompressor.hpp"

#include <algorithm>
#include <zstd.h>
#include <zstd_errors.h>

namespace dateline::indexer {
namespace {

constexpr int kWindowLogMax = 27;  // a frame may ask for 2 GiB of memory: reliability.md, threat 2

class Zstd final : public Decompressor {
  public:
    Zstd() : context_(ZSTD_createDStream(), &ZSTD_freeDStream)
    {
        if (context_ == nullptr) { return; }
        ready_ = ZSTD_isError(ZSTD_DCtx_setParameter(context_.get(), ZSTD_d_windowLogMax,
                                                     kWindowLogMax)) == 0;
        frame_start_ = ZSTD_initDStream(context_.get());
        wanted_ = frame_start_;
    }

    Unpacked unpack(std::span<const char> packed, std::span<char> into) override
    {
        if (!ready_) { return {.reason = "unreadable", .message = "there is no memory for zstd"}; }
        // When a block or checksum is wrong, zstd forgets all that the same call has put out. That
        // should be nothing: so give it one block at a time, and none while text is left inside.
        ZSTD_inBuffer in{packed.data(), more_inside_ ? 0 : std::min(packed.size(), wanted_), 0};
        ZSTD_outBuffer out{into.data(), into.size(), 0};
        std::size_t code = ZSTD_decompressStream(context_.get(), &out, &in);
        if (more_inside_ && out.pos == 0) {
            in.size = std::min(packed.size(), wanted_);
            code = ZSTD_decompressStream(context_.get(), &out, &in);
        }
        Unpacked step{.taken = in.pos, .made = out.pos};
        if (ZSTD_isError(code) != 0) {
            const bool window = ZSTD_getErrorCode(code) == ZSTD_error_frameParameter_windowTooLarge;
            step.reason = window ? "bomb" : "damaged-compression";
            step.message = window ? "its window is over 128 MiB: compress it again without --long"
                                  : ZSTD_getErrorName(code);
        }
        complete_ = code == 0;
        more_inside_ = !complete_ && out.pos == out.size;
        wanted_ = complete_ ? frame_start_ : code;
        return step;
    }

    [[nodiscard]] bool complete() const override { return complete_; }

  private:
    std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> context_;
    std::size_t frame_start_ = 0;
    std::size_t wanted_ = 0;
    bool ready_ = false;
    bool complete_ = false;
    bool more_inside_ = false;  // perhaps
};

}  // namespace

std::unique_ptr<Decompressor> make_zstd() { return std::make_unique<Zstd>(); }

}  // namespace dateline::indexer
