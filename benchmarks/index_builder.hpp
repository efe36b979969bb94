// An index to measure with, of articles from anywhere.
#pragma once

#include "indexer/analyze.hpp"
#include "indexer/writer.hpp"

#include <filesystem>
#include <memory>

namespace dateline::benchmarks {

/// All detectors, which dateline-index add runs unless it is told otherwise.
indexer::Analyzer full_analyzer();

/// Analyzes articles and writes them, as dateline-index add does but in one thread.
class IndexBuilder {
  public:
    /// `index` is new or empty. Fails as IndexWriter::open() does.
    static Result<IndexBuilder> open(const std::filesystem::path& index);

    /// False: this article is there already, and nothing was done. Fails as IndexWriter::add().
    Result<bool> add(AnalyzedArticle analyzed);

    /// Until then the index cannot be read.
    Status publish() { return writer_->publish(); }

  private:
    explicit IndexBuilder(std::unique_ptr<indexer::IndexWriter> writer) : writer_(std::move(writer))
    {
    }

    std::unique_ptr<indexer::IndexWriter> writer_;
    indexer::Analyzer analyzer_ = full_analyzer();
};

}  // namespace dateline::benchmarks
