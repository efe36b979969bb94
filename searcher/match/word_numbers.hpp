// Which word numbers of a segment a query word stands for, by the language of the article.
#pragma once

#include "common/storage/snapshot.hpp"

#include <span>
#include <string>
#include <vector>

namespace dateline::searcher {

/// A query word in one segment. A token matches if its stem, in its article's language, is one of
/// the word's stems: so the numbers depend on the language.
class WordNumbers {
  public:
    /// The words that have one of these stems.
    static WordNumbers of_stems(const Segment& segment, const std::vector<std::string>& stems);

    /// The words that are one of these surface forms, whatever the language.
    static WordNumbers of_forms(const Segment& segment, const std::vector<std::string>& forms);

    /// Whether the word number is this word in an article of that language (its index in the
    /// segment's vocabulary).
    [[nodiscard]] bool contains(std::size_t language, std::uint32_t number) const
    {
        if (language >= bits_.size()) { return false; }
        const std::size_t word = number / 64;
        return word < bits_[language].size() && (bits_[language][word] >> (number % 64) & 1U) != 0;
    }

    /// The numbers in articles of a language, ascending.
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t language) const
    {
        return language < by_language_.size() ? by_language_[language]
                                              : std::span<const std::uint32_t>{};
    }
    [[nodiscard]] std::size_t languages() const { return by_language_.size(); }

    /// The number of its commonest form; UINT32_MAX if it has none.
    [[nodiscard]] std::uint32_t least() const;

  private:
    explicit WordNumbers(std::size_t languages) : by_language_(languages) {}
    void sort();

    std::vector<std::vector<std::uint32_t>> by_language_;
    std::vector<std::vector<std::uint64_t>> bits_{};  ///< the same, a bit for each number
};

/// Which language of a segment's vocabulary an article is written in, from its language's ordinal.
class ArticleLanguages {
  public:
    ArticleLanguages(const Segment& segment, const NameTable& names);

    /// The language's index in the vocabulary of the segment; beyond its end if it is unknown.
    [[nodiscard]] std::size_t of(std::size_t article) const;

  private:
    OrdinalLists lists_;
    std::size_t unknown_;  ///< beyond the vocabulary's languages
    std::vector<std::size_t> by_ordinal_{};
};

}  // namespace dateline::searcher
