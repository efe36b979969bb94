// Which word numbers of a segment a query word stands for, by the language of the article.
#pragma once

#include "common/storage/snapshot.hpp"

#include <string>
#include <vector>

namespace dateline::searcher {

/// A query word in one segment. A token matches if its stem, in its article's language, is one of
/// the word's stems: so the numbers depend on the language.
class WordNumbers {
  public:
    WordNumbers(const Segment& segment, const std::vector<std::string>& stems);

    /// Whether the word number is this word in an article of that language (its index in the
    /// segment's vocabulary).
    [[nodiscard]] bool contains(std::size_t language, std::uint32_t number) const
    {
        if (language >= by_language_.size()) { return false; }
        for (const std::uint32_t known : by_language_[language]) {
            if (known == number) { return true; }
        }
        return false;
    }

  private:
    std::vector<std::vector<std::uint32_t>> by_language_;
};

/// Which language of a segment's vocabulary an article is written in, from its language's ordinal.
class ArticleLanguages {
  public:
    ArticleLanguages(const Segment& segment, const NameTable& names);

    /// The language's index in the vocabulary of the segment; beyond its end if it is unknown.
    [[nodiscard]] std::size_t of(std::size_t article) const;

  private:
    const Segment* segment_;
    std::vector<std::size_t> by_ordinal_{};
};

/// One article's words in order, marks between sentences left out: kWordBodyMark between headline
/// and body, else word numbers.
inline constexpr std::uint32_t kWordBodyMark = UINT32_MAX;
void read_words(const Segment& segment, std::size_t article, std::vector<std::uint32_t>& words);

}  // namespace dateline::searcher
