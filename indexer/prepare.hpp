// What is done for an article before its turn to be added: marks, words, the record.
#pragma once

#include "common/storage/snapshot.hpp"
#include "indexer/analyze.hpp"
#include "indexer/pipeline.hpp"
#include "indexer/segment/segment_builder.hpp"

#include <optional>
#include <string>

namespace dateline::indexer {

/// An article that can be added as it is.
struct ReadyArticle {
    ArticleWords words{};
    std::string record{};  ///< see encode_article()
    ContentHash hash{};
    bool is_known = false;  ///< it seems to be in the index already: nothing else was done for it
};

/// One object, one thread.
class Preparer {
  public:
    /// `index` may be missing.
    Preparer(DetectorList detectors, const std::filesystem::path& index);

    /// Makes the article ready, and adds to it what the detectors find, unless a published one is
    /// the same.
    ReadyArticle prepare(AnalyzedArticle& analyzed);
    /// The same for an article that prepare() took for one that is there; `hash` is what it gave.
    ReadyArticle analyze(AnalyzedArticle& analyzed, const ContentHash& hash);

  private:
    [[nodiscard]] bool is_published(const Article& article, const ContentHash& hash) const;

    Analyzer analyzer_;
    std::optional<Snapshot> snapshot_{};
};

}  // namespace dateline::indexer
