#include "indexer/input/unpacked_source.hpp"

#include "indexer/input/peeked_source.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr std::size_t kPackedBytes = std::size_t{128} << 10U;
constexpr std::uint64_t kFreeBytes = std::uint64_t{64} << 20U;
constexpr std::uint64_t kMostRatio = 200;
constexpr const char* kStopped = "unpacking was stopped";

class UnpackedSource final : public ByteSource {
  public:
    UnpackedSource(std::unique_ptr<ByteSource> packed, const Compression& kind)
        : packed_(std::move(packed)), decompressor_(kind.make())
    {
    }

    Result<std::size_t> read(std::span<char> into) override
    {
        if (into.empty()) { return std::size_t{0}; }
        while (!failure_) {
            if (used_ == buffer_.size() && !at_end_) {
                refill();
                continue;
            }
            if (used_ == buffer_.size() && decompressor_->complete()) { return std::size_t{0}; }
            if (const std::size_t made = unpack(into); made != 0) { return made; }
        }
        return Failure{*failure_};
    }

    [[nodiscard]] std::string_view failure_reason() const override { return reason_; }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return packed_->bytes_taken(); }

  private:
    void refill()
    {
        buffer_.resize(kPackedBytes);
        used_ = 0;
        const auto got = packed_->read(buffer_);
        buffer_.resize(got ? *got : 0);
        at_end_ = got && *got == 0;
        if (!got) { give_up(packed_->failure_reason(), got.error()); }
    }

    std::size_t unpack(std::span<char> into)
    {
        const auto step = decompressor_->unpack(std::span{buffer_}.subspan(used_), into);
        used_ += step.taken;
        unpacked_from_ += step.taken;
        made_ += step.made;
        if (!step.reason.empty()) {
            give_up(
                step.reason,
                step.reason == "damaged-compression" ? "the compressed data is damaged" : kStopped,
                step.message);
        } else if (step.made == 0 && step.taken == 0) {
            give_up("truncated", "the compressed data breaks off", "the file is not whole");
        } else if (is_bomb(made_, std::min(unpacked_from_, bytes_taken()))) {
            // The file's own bytes count as well: each of two layers may be within the bounds.
            give_up("bomb", kStopped, bomb_message());
        }
        return step.made;
    }

    void give_up(std::string_view reason, const std::string& what, const std::string& why)
    {
        give_up(reason, fail(ErrorKind::InputFormat,
                             what + " at byte " + std::to_string(unpacked_from_) + ": " + why)
                            .error);
    }
    void give_up(std::string_view reason, Error error)
    {
        reason_ = reason;
        failure_ = std::move(error);
    }

    std::unique_ptr<ByteSource> packed_;
    std::unique_ptr<Decompressor> decompressor_;
    std::vector<char> buffer_{};
    std::size_t used_ = 0;  // of the buffer
    std::uint64_t unpacked_from_ = 0;
    std::uint64_t made_ = 0;
    bool at_end_ = false;
    std::optional<Error> failure_{};
    std::string_view reason_{};
};

}  // namespace

bool is_bomb(std::uint64_t made, std::uint64_t taken)
{
    return made > kFreeBytes && made / kMostRatio > taken;
}

std::string bomb_message()
{
    return "it has become over " + std::to_string(kMostRatio) + " times as long";
}

std::unique_ptr<ByteSource> unpack(std::unique_ptr<ByteSource> packed, const Compression& kind)
{
    return std::make_unique<UnpackedSource>(std::move(packed), kind);
}

Result<std::unique_ptr<ByteSource>> open_unpacked(const std::filesystem::path& path)
{
    auto bytes = open_file(path);
    if (!bytes) { return bytes; }
    auto source = std::make_unique<PeekedSource>(*std::move(bytes));
    const Compression* packed = find_compression(source->look(kMagicBytes));
    if (packed == nullptr) { return std::unique_ptr<ByteSource>{std::move(source)}; }
    return unpack(std::move(source), *packed);
}

}  // namespace dateline::indexer
