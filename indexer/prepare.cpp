#include "indexer/prepare.hpp"

namespace dateline::indexer {

void DictionarySlot::set(std::string bytes)
{
    const std::lock_guard lock{mutex_};
    bytes_ = bytes.empty() ? nullptr : std::make_shared<const std::string>(std::move(bytes));
}

std::shared_ptr<const std::string> DictionarySlot::get() const
{
    const std::lock_guard lock{mutex_};
    return bytes_;
}

Preparer::Preparer(DetectorList detectors, const std::filesystem::path& index,
                   const DictionarySlot& dictionary)
    : analyzer_(std::move(detectors)), slot_(&dictionary)
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

StoredBody Preparer::store(const AnalyzedArticle& analyzed)
{
    StoredBody stored{.bytes = encode_article(analyzed)};
    if (auto current = slot_->get(); current != dictionary_) {
        dictionary_ = std::move(current);
        compressor_.reset();
        if (dictionary_) { compressor_.emplace(*dictionary_); }
    }
    if (!compressor_ || stored.bytes.size() > kMaxRecordBytes) { return stored; }
    const std::string_view frame = compressor_->frame(stored.bytes);
    if (!frame.empty()) { stored = {.bytes = std::string{frame}, .is_frame = true}; }
    return stored;
}

ReadyArticle Preparer::analyze(AnalyzedArticle& analyzed, const ContentHash& hash)
{
    analyzer_.analyze(analyzed);
    ReadyArticle ready{.hash = hash};
    ready.stored = store(analyzed);
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
