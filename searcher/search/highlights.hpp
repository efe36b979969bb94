// What of an article a query matched: places in headline and body, each with the part of the query.
#pragma once

#include "common/schema/article.hpp"
#include "common/storage/snapshot.hpp"
#include "common/text/tokenizer.hpp"
#include "searcher/query/plan.hpp"

#include <vector>

namespace dateline::searcher {

/// An article that is about to be shown, with its words beside their token stream.
struct ArticleView {
    const SegmentView& segment;
    const AnalyzedArticle& analyzed;
    const ArticleStream& stream;
    const TokenList& title;
    const TokenList& body;
};

/// A place in the text.
struct Highlight {
    FieldId where = FieldId::Body;  ///< Title or Body
    std::size_t begin = 0;          ///< half-open byte span
    std::size_t end = 0;
    std::size_t part = 0;  ///< equal for all matches of one part of the query
};

class Highlights {
  public:
    /// Adds places of the article's token stream.
    void add_places(const ArticleView& article, const std::vector<Place>& places, std::size_t part);
    /// Adds a span of bytes.
    void add(Highlight highlight) { places_.push_back(std::move(highlight)); }

    [[nodiscard]] const std::vector<Highlight>& places() const { return places_; }

  private:
    std::vector<Highlight> places_{};
};

}  // namespace dateline::searcher
