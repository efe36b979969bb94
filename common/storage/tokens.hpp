// The file `tokens`: for each article its stream of word numbers, with marks between them.
//
// It answers what postings cannot: phrases, and later NEAR, sentences and paragraphs. Codes 0 to 2
// are marks, code n + kFirstWord is the segment's word number n. Magic "DLTOKEN1"; sections:
//   0  the streams, one behind the other. A code takes 1 byte below 160; 2 bytes (160 to 239 first)
//      for the next 20,480; 3 bytes (240 to 254 first) for the next 983,040; else 255 and 4 bytes
//   1  u64 offsets of the streams, and of the end
#pragma once

#include "common/storage/section_file.hpp"

#include <cstring>
#include <optional>

namespace dateline {

inline constexpr std::uint32_t kSentenceMark = 0;
inline constexpr std::uint32_t kParagraphMark = 1;
inline constexpr std::uint32_t kBodyMark = 2;  ///< between headline and body
inline constexpr std::uint32_t kFirstWord = 3;

/// How many codes take how many bytes: see above.
namespace token_codes {
inline constexpr std::uint32_t kOneByte = 160;
inline constexpr std::uint32_t kTwoBytes = (240 - 160) << 8U;
inline constexpr std::uint32_t kThreeBytes = (255 - 240) << 16U;
inline constexpr std::uint8_t kEscape = 255;
}  // namespace token_codes

class TokensWriter {
  public:
    explicit TokensWriter(const std::filesystem::path& path);
    void add(std::span<const std::uint32_t> codes);
    Status finish();

  private:
    SectionWriter file_;
    std::vector<std::uint64_t> offsets_{0};
    std::string buffer_{};
};

/// One article's codes, read in order.
class TokenStream {
  public:
    explicit TokenStream(std::string_view bytes) : rest_(bytes) {}

    /// The next code, or nothing at the end (or where the bytes break off).
    std::optional<std::uint32_t> next();

  private:
    std::string_view rest_;
};

inline std::optional<std::uint32_t> TokenStream::next()
{
    using namespace token_codes;
    if (rest_.empty()) { return {}; }
    const auto at = [this](std::size_t i) {
        return std::uint32_t{static_cast<unsigned char>(rest_[i])};
    };
    std::uint32_t code = at(0);
    if (code < kOneByte) {
        rest_.remove_prefix(1);
        return code;
    }
    const std::size_t size = code < 240 ? 2 : code < kEscape ? 3 : 5;
    if (size > rest_.size()) {
        rest_ = {};
        return {};
    }
    if (size == 2) {
        code = kOneByte + ((code - kOneByte) << 8U) + at(1);
    } else if (size == 3) {
        code = kOneByte + kTwoBytes + ((code - 240) << 16U) + (at(1) << 8U) + at(2);
    } else {
        std::memcpy(&code, rest_.data() + 1, sizeof code);
    }
    rest_.remove_prefix(size);
    return code;
}

class TokensReader {
  public:
    static Result<TokensReader> open(const std::filesystem::path& path);

    [[nodiscard]] std::size_t articles() const;
    /// The stream of article `index` (from 0); empty if there is none.
    [[nodiscard]] TokenStream stream(std::size_t index) const;
    void forget() const { file_.forget(); }  ///< see MappedFile

  private:
    explicit TokensReader(SectionFile file) : file_(std::move(file)) {}
    SectionFile file_;
};

/// The part between two offsets of an offset array, or nothing where the array is wrong. For every
/// file that keeps things one behind the other.
std::string_view slice(std::string_view bytes, std::span<const std::uint64_t> offsets,
                       std::size_t index);

}  // namespace dateline
