#include "benchmarks/index_builder.hpp"

#include "common/storage/bodies.hpp"

namespace dateline::benchmarks {

indexer::Analyzer full_analyzer()
{
    const auto all = indexer::detectors();
    return indexer::Analyzer{{all.begin(), all.end()}};
}

Result<IndexBuilder> IndexBuilder::open(const std::filesystem::path& index)
{
    auto writer = indexer::IndexWriter::open(index);
    if (!writer) { return Failure{writer.error()}; }
    return IndexBuilder{*std::move(writer)};
}

Result<bool> IndexBuilder::add(AnalyzedArticle analyzed)
{
    analyzed.article.detected_by = analyzer_.name();
    const auto is_there = writer_->has(analyzed.article, content_hash(analyzed.article));
    if (!is_there) { return Failure{is_there.error()}; }
    if (*is_there) { return false; }
    analyzer_.analyze(analyzed);
    const auto added = writer_->add(analyzed, analyzer_.title(), analyzer_.body());
    if (!added) { return Failure{added.error()}; }
    return true;
}

}  // namespace dateline::benchmarks
