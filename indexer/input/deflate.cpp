// deflate as HTTP has it, by zlib: with zlib's header, or without one, as old servers sent it.
#include "indexer/input/inflate.hpp"

namespace dateline::indexer {
namespace {

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
        return inflate_on(stream_, packed, into, complete_);
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
