// A source in any encoding, as UTF-8.
#pragma once

#include "indexer/input/byte_source.hpp"
#include "indexer/input/encoding.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// Valid UTF-8 comes through as it is. In a text of an encoding of one byte a letter, or in one
/// that began as UTF-8, each line is taken for itself: what is UTF-8 stays, the rest is decoded;
/// so that files put together from several sources come out right. What cannot be decoded, or whose
/// encoding is not certain enough, comes through as it is: for the reader to replace and to count.
class Utf8Source final : public ByteSource {
  public:
    Utf8Source(std::unique_ptr<ByteSource> bytes, Encoding encoding);

    Result<std::size_t> read(std::span<char> into) override;
    [[nodiscard]] std::string_view failure_reason() const override
    {
        return bytes_->failure_reason();
    }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return bytes_->bytes_taken(); }

    /// What it is read as. One that began as UTF-8 and had to be guessed later on says so.
    [[nodiscard]] const Encoding& encoding() const { return encoding_; }
    [[nodiscard]] bool is_decoded() const { return converter_ != nullptr; }  ///< not UTF-8 as it is

  private:
    Result<bool> fill();
    void read_chunk();
    static std::size_t tail_of(std::string_view chunk);
    void decode_stream(std::string_view chunk, bool is_last);
    void decode_lines(std::string_view chunk);

    std::unique_ptr<ByteSource> bytes_;
    Encoding encoding_;
    Converter converter_{};  ///< null: UTF-8 so far
    bool by_lines_ = true;
    std::vector<char> raw_;
    std::size_t held_back_ = 0;  ///< of raw_: the beginning of a line or a character
    std::string decoded_{};
    std::string_view ready_{};  ///< in raw_ or decoded_
    bool ended_ = false;
    std::optional<Error> failure_{};  ///< of the source; told behind what came before it
    // ICU's pivot between two calls: see ucnv_convertEx().
    Converter to_utf8_{};
    std::u16string pivot_{};
    char16_t* pivot_from_ = nullptr;
    char16_t* pivot_to_ = nullptr;
};

}  // namespace dateline::indexer
