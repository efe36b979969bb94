#include "indexer/prepare.hpp"

namespace dateline::indexer {

Preparer::Preparer(DetectorList detectors, const std::filesystem::path& index)
    : analyzer_(std::move(detectors))
{
    auto snapshot = Snapshot::open(index);
    if (snapshot) { snapshot_.emplace(*std::move(snapshot)); }
}

/// Only a hint: the writer, which knows what this run has added, decides.
bool Preparer::is_published(const Article& article, const ContentHash& hash) const
{
    if (!snapshot_) { return false; }
    const auto place = snapshot_->find(article.id);
    if (!place || !*place) { return false; }
    return snapshot_->segments()[(*place)->segment].columns.hash((*place)->index) == hash;
}

ReadyArticle Preparer::analyze(AnalyzedArticle& analyzed, const ContentHash& hash)
{
    analyzer_.analyze(analyzed);
    ReadyArticle ready{.hash = hash};
    ready.record = encode_article(analyzed);
    ready.words = analyzer_.take_words();
    return ready;
}

ReadyArticle Preparer::prepare(AnalyzedArticle& analyzed)
{
    analyzed.article.detected_by = analyzer_.name();
    const ContentHash hash = content_hash(analyzed.article);
    if (is_published(analyzed.article, hash)) { return {.hash = hash, .is_known = true}; }
    return analyze(analyzed, hash);
}

}  // namespace dateline::indexer
