// Where a run's articles come from: dumps, or another index.
#pragma once

#include "common/schema/article.hpp"
#include "indexer/input/raw_document.hpp"
#include "indexer/notice.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>

namespace dateline::indexer {

/// An article that another index keeps: parsed but not analyzed.
struct KeptArticle {
    AnalyzedArticle analyzed{};
    std::optional<std::uint32_t> added{};  ///< see ColumnRow::added; nothing: it counts as new
};

/// A record still to be parsed, an article that is parsed but not analyzed, or why there is none.
using SourceRecord = std::variant<RawDocument, KeptArticle, Notice>;

/// How many bytes of text a record has, about: what bounds of memory count.
inline std::size_t text_bytes(const SourceRecord& record)
{
    if (const auto* raw = std::get_if<RawDocument>(&record)) {
        return raw->title.size() + raw->body.size();
    }
    const auto* kept = std::get_if<KeptArticle>(&record);
    if (kept == nullptr) { return 0; }
    const Article& article = kept->analyzed.article;
    return article.title.size() + article.body.size();
}

/// One object, one thread.
class ArticleSource {
  public:
    ArticleSource() = default;
    ArticleSource(const ArticleSource&) = delete;
    ArticleSource& operator=(const ArticleSource&) = delete;
    virtual ~ArticleSource() = default;

    /// The next record, or nothing at the end.
    virtual std::optional<SourceRecord> next() = 0;

    /// How far it has come, in a unit of its own; the total is 0 if it is unknown.
    [[nodiscard]] virtual std::uint64_t done() const = 0;
    [[nodiscard]] virtual std::uint64_t total() const = 0;
};

}  // namespace dateline::indexer
