// The file `vocabulary`: the words of a segment as articles spell them, and their stems.
//
// Magic "DLVOCAB1"; sections:
//   0, 1  front-coded list: surface form → varint number, varint articles that contain it
//   2, 3  front-coded list: stem → varint count, then for each word varint language, varint number
//   4     the segment's languages, each a varint-prefixed string; numbered from 0
// A word's number is its rank by frequency in the segment, so that common words have short codes in
// the token streams.
#pragma once

#include "common/storage/front_coded.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace dateline {

/// A surface form as the postings know it in articles of one language.
struct StemmedWord {
    std::uint32_t language = 0;  ///< index into Vocabulary::languages()
    std::uint32_t number = 0;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees a 0 in what = default makes
    friend auto operator<=>(const StemmedWord&, const StemmedWord&) = default;
};

/// What is known of a surface form.
struct WordEntry {
    std::uint32_t number = 0;
    std::uint32_t articles = 0;  ///< of this segment, removed ones included
};

/// Everything that a vocabulary file holds, to be written.
struct VocabularyContents {
    std::vector<std::string> languages{};
    std::vector<std::pair<std::string, WordEntry>> words{};  ///< sorted, no doubles
    std::map<std::string, std::vector<StemmedWord>, std::less<>> stems{};
};

Status write_vocabulary(const std::filesystem::path& path, const VocabularyContents& contents);

class Vocabulary {
  public:
    /// Fails with IndexDamaged if the frame or the blocks of the lists are not whole.
    static Result<Vocabulary> open(const std::filesystem::path& path);

    [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }
    [[nodiscard]] std::optional<WordEntry> find(std::string_view surface) const;
    /// The words that have this stem, in articles of which language (one of languages()).
    [[nodiscard]] std::vector<StemmedWord> words_with_stem(std::string_view stem) const;

    /// Calls `see(surface, articles)` for the words in order, from the first one ≥ `from`, until it
    /// says false.
    void each_word(std::string_view from,
                   const std::function<bool(const std::string&, std::uint32_t)>& see) const;

    /// All words, and all stems, in order: for merging.
    [[nodiscard]] VocabularyContents contents() const;

  private:
    explicit Vocabulary(SectionFile file);

    SectionFile file_;
    FrontCodedReader words_;
    FrontCodedReader stems_;
    std::vector<std::string> languages_{};
};

}  // namespace dateline
