// The file `tokens`: for each article its stream of word numbers, with marks between them.
//
// It answers what postings cannot: phrases, and later NEAR, sentences and paragraphs. Codes 0 to 2
// are marks, code n + kFirstWord is the segment's word number n. Magic "DLTOKEN1"; sections:
//   0  the streams, one behind the other. A code takes 1 byte below 160; 2 bytes (160 to 239 first)
//      for the next 20,480; 3 bytes (240 to 254 first) for the next 983,040; else 255 and 4 bytes
//   1  u64 offsets of the streams, and of the end
#pragma once

#include "common/storage/section_file.hpp"

#include <optional>

namespace dateline {

inline constexpr std::uint32_t kSentenceMark = 0;
inline constexpr std::uint32_t kParagraphMark = 1;
inline constexpr std::uint32_t kBodyMark = 2;  ///< between headline and body
inline constexpr std::uint32_t kFirstWord = 3;

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
