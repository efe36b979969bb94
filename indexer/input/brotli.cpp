// Brotli (RFC 7932), by libbrotli. It has neither magic nor checksum: only HTTP headers tell of it.
#include "indexer/input/decompressor.hpp"

#include <brotli/decode.h>
#include <cstdint>

namespace dateline::indexer {
namespace {

struct FreeBrotli {
    void operator()(BrotliDecoderState* state) const { BrotliDecoderDestroyInstance(state); }
};

class Brotli final : public Decompressor {
  public:
    Unpacked unpack(std::span<const char> packed, std::span<char> into) override
    {
        if (!state_) {
            return {.reason = "unreadable", .message = "there is no memory for brotli"};
        }
        if (complete_) {
            return {.reason = "damaged-compression", .message = "something follows its end"};
        }
        std::size_t in_left = packed.size();
        std::size_t out_left = into.size();
        const auto* next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
        auto* next_out = reinterpret_cast<std::uint8_t*>(into.data());
        const auto result = BrotliDecoderDecompressStream(state_.get(), &in_left, &next_in,
                                                          &out_left, &next_out, nullptr);
        complete_ = result == BROTLI_DECODER_RESULT_SUCCESS;
        Unpacked step{.taken = packed.size() - in_left, .made = into.size() - out_left};
        if (result == BROTLI_DECODER_RESULT_ERROR) {
            step.reason = "damaged-compression";
            step.message = BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state_.get()));
        }
        return step;
    }

    [[nodiscard]] bool complete() const override { return complete_; }

  private:
    std::unique_ptr<BrotliDecoderState, FreeBrotli> state_{
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)};
    bool complete_ = false;
};

}  // namespace

std::unique_ptr<Decompressor> make_brotli() { return std::make_unique<Brotli>(); }

}  // namespace dateline::indexer
