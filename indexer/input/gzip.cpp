// gzip, by zlib: any number of members, each with its checksum verified.
#include "indexer/input/inflate.hpp"

namespace dateline::indexer {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;

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
        Unpacked step = inflate_on(stream_, packed, into, complete_);
        if (!step.reason.empty() && !first_member_ && stream_.total_out == 0) {
            step.message = "what follows is not gzip";
        }
        return step;
    }

    [[nodiscard]] bool complete() const override { return complete_; }

  private:
    z_stream stream_{};
    bool ready_ = false;
    bool complete_ = false;
    bool first_member_ = true;
};

}  // namespace

std::unique_ptr<Decompressor> make_gzip() { return std::make_unique<Gzip>(); }

}  // namespace dateline::indexer
