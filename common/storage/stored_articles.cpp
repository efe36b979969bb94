#include "common/storage/stored_articles.hpp"

#include "common/storage/section_file.hpp"

namespace dateline {

Result<StoredArticles> StoredArticles::open(const std::filesystem::path& index)
{
    auto locked = lock_manifest(index, Versions::AlsoOlder);
    if (!locked) { return Failure{locked.error()}; }
    LockedManifest current = *std::move(locked);
    StoredArticles articles;
    articles.lock_ = std::move(current.lock);
    articles.manifest_ = std::move(current.manifest);
    if (auto opened = articles.open_segments(index); !opened) { return Failure{opened.error()}; }
    return articles;
}

Status StoredArticles::open_segments(const std::filesystem::path& index)
{
    dictionaries_ = std::make_unique<Dictionaries>(index / "dictionaries");
    std::vector<std::size_t> sizes;
    for (const SegmentEntry& entry : manifest_.segments) {
        const auto path = index / "segments" / entry.name / "bodies";
        auto bodies = Bodies::open(path, *dictionaries_);
        if (!bodies) { return Failure{bodies.error()}; }
        if (bodies->articles() != entry.articles) {
            return damaged(path, "it holds another number of articles than the manifest says");
        }
        sizes.push_back(entry.articles);
        removed_.emplace_back(entry.articles);
        segments_.push_back(*std::move(bodies));
        columns_.emplace_back();
        if (manifest_.versions.schema != kSchemaVersion) { continue; }
        auto columns = Columns::open(path.parent_path() / "columns");
        if (columns) { columns_.back() = *std::move(columns); }
    }
    if (!manifest_.tombstones.empty()) {
        auto removed = read_tombstones(index / "tombstones" / manifest_.tombstones, sizes);
        if (!removed) { return Failure{removed.error()}; }
        removed_ = *std::move(removed);
    }
    for (std::size_t i = 0; i < sizes.size(); ++i) { total_ += sizes[i] - removed_[i].count(); }
    return Done{};
}

std::optional<Result<AnalyzedArticle>> StoredArticles::next()
{
    for (; segment_ < segments_.size(); ++segment_, index_ = 0) {
        while (index_ < segments_[segment_].articles()) {
            const std::size_t index = index_++;
            if (removed_[segment_].contains(index)) { continue; }
            ++done_;
            const auto& columns = columns_[segment_];
            added_ = columns ? columns->added(index) : kUnknownGeneration;
            return segments_[segment_].article(index);
        }
    }
    return {};
}

}  // namespace dateline
