// The file `tokens`: for each article its stream of word numbers, with marks between them.
//
// It answers what postings cannot: phrases, NEAR, sentences and paragraphs. Codes 0 to 2 are marks,
// code n + kFirstWord is the segment's word number n. Magic "DLTOKEN2"; sections:
//   0  the streams, one behind the other. A code is its groups of 7 bits, highest first and no more
//      than it needs; every byte but the last has its high bit set. So a code is found by looking
//      for its bytes, without reading what stands before: the byte before it has no high bit
//   1  u64 offsets of the streams, and of the end
#pragma once

#include "common/storage/section_file.hpp"

#include <optional>

namespace dateline {

inline constexpr std::uint32_t kSentenceMark = 0;
inline constexpr std::uint32_t kParagraphMark = 1;
inline constexpr std::uint32_t kBodyMark = 2;  ///< between headline and body
inline constexpr std::uint32_t kFirstWord = 3;

/// Set in every byte of a code but the last.
inline constexpr unsigned char kMoreOfCode = 0x80;

/// Appends the bytes of a code: 1 to 5.
void append_code(std::string& out, std::uint32_t code);

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
    constexpr std::size_t kMostBytes = 5;
    std::uint32_t code = 0;
    for (std::size_t i = 0; i < rest_.size() && i < kMostBytes; ++i) {
        const auto byte = static_cast<unsigned char>(rest_[i]);
        code = code << 7U | (byte & 0x7FU);
        if (byte < kMoreOfCode) {
            rest_.remove_prefix(i + 1);
            return code;
        }
    }
    rest_ = {};
    return {};
}

class TokensReader {
  public:
    static Result<TokensReader> open(const std::filesystem::path& path);

    [[nodiscard]] std::size_t articles() const;
    /// The stream of article `index` (from 0); empty if there is none.
    [[nodiscard]] TokenStream stream(std::size_t index) const { return TokenStream{bytes(index)}; }
    [[nodiscard]] std::string_view bytes(std::size_t index) const;
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
