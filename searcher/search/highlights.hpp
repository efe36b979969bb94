// What of an article a query matched: places in headline and body, each with the part of the query.
#pragma once

#include "common/schema/article.hpp"
#include "common/storage/snapshot.hpp"
#include "common/text/tokenizer.hpp"
#include "searcher/match/word_numbers.hpp"

#include <string>
#include <vector>

namespace dateline::searcher {

/// An article that is about to be shown, with its words beside their numbers in the segment:
/// words[i] is title.tokens[i], behind kWordBodyMark follow those of the body.
struct ArticleView {
    const Segment& segment;
    const AnalyzedArticle& analyzed;
    std::size_t language;  ///< index into the segment's vocabulary
    const TokenList& title;
    const TokenList& body;
    const std::vector<std::uint32_t>& words;
};

/// A place in the text.
struct Highlight {
    FieldId where = FieldId::Body;  ///< Title or Body
    std::size_t begin = 0;          ///< half-open byte span
    std::size_t end = 0;
    std::string concept_key{};  ///< equal for all matches of one part of the query
};

class Highlights {
  public:
    /// Adds the words at positions [first, last] of ArticleView::words.
    void add_words(const ArticleView& article, std::size_t first, std::size_t last,
                   const std::string& concept_key);
    /// Adds a span of bytes.
    void add(Highlight highlight) { places_.push_back(std::move(highlight)); }

    [[nodiscard]] const std::vector<Highlight>& places() const { return places_; }

  private:
    std::vector<Highlight> places_{};
};

}  // namespace dateline::searcher
