// A source whose first bytes can be looked at before they are read.
#pragma once

#include "indexer/input/byte_source.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

class PeekedSource final : public ByteSource {
  public:
    explicit PeekedSource(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}

    /// The first `count` bytes, or all there are; valid until the next call. A failure on the way
    /// is told by read() when these have been read. To be called before read() is.
    std::string_view look(std::size_t count);

    Result<std::size_t> read(std::span<char> into) override;
    [[nodiscard]] std::string_view failure_reason() const override
    {
        return bytes_->failure_reason();
    }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return bytes_->bytes_taken(); }
    [[nodiscard]] std::uint64_t seekable_bytes() const override { return bytes_->seekable_bytes(); }
    bool seek(std::uint64_t offset) override;

    /// Why reading on has failed, if it has: perhaps before read() tells.
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

  private:
    Result<std::size_t> take(std::span<char> into);

    std::unique_ptr<ByteSource> bytes_;
    std::string first_{};
    std::size_t given_ = 0;  // of first_
    bool ended_ = false;
    std::optional<Error> failure_{};
};

}  // namespace dateline::indexer
