// What is done for an article before its turn to be added: marks, words, the compressed record.
#pragma once

#include "common/storage/snapshot.hpp"
#include "indexer/analyze.hpp"
#include "indexer/pipeline.hpp"
#include "indexer/segment/segment_builder.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace dateline::indexer {

/// An article that can be added as it is.
struct ReadyArticle {
    ArticleWords words{};
    StoredBody stored{};
    ContentHash hash{};
    bool is_known = false;  ///< it seems to be in the index already: nothing else was done for it
};

/// The dictionary that bodies are compressed with, as long as there is one.
class DictionarySlot {
  public:
    /// Empty: there is none now.
    void set(std::string bytes);
    [[nodiscard]] std::shared_ptr<const std::string> get() const;

  private:
    mutable std::mutex mutex_{};
    std::shared_ptr<const std::string> bytes_{};
};

/// One object, one thread.
class Preparer {
  public:
    /// `index` may be missing. The slot must outlive the object.
    Preparer(DetectorList detectors, const std::filesystem::path& index,
             const DictionarySlot& dictionary);

    /// Makes the article ready, and adds to it what the detectors find, unless a published one is
    /// the same.
    ReadyArticle prepare(AnalyzedArticle& analyzed);
    /// The same for an article that prepare() took for one that is there; `hash` is what it gave.
    ReadyArticle analyze(AnalyzedArticle& analyzed, const ContentHash& hash);

  private:
    [[nodiscard]] bool is_published(const Article& article, const ContentHash& hash) const;
    StoredBody store(const AnalyzedArticle& analyzed);

    Analyzer analyzer_;
    std::optional<Snapshot> snapshot_{};
    const DictionarySlot* slot_;
    std::shared_ptr<const std::string> dictionary_{};
    std::optional<BodyCompressor> compressor_{};
};

}  // namespace dateline::indexer
