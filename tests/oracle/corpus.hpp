// Reading a dump into memory as the indexer would, and indexing what was read.
#pragma once

#include "common/schema/article.hpp"
#include "indexer/analyze.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::tests {

/// All articles of the dumps that can be parsed, analyzed by those detectors ("all", "none").
std::vector<AnalyzedArticle> read_corpus(const std::vector<std::string>& paths,
                                         std::string_view detectors);

/// Adds articles to the index at `index`, in segments of `per_segment` articles.
void index_articles(const std::vector<AnalyzedArticle>& articles,
                    const std::filesystem::path& index, std::size_t per_segment);

/// Removes every `step`-th of the articles from the index; returns the others.
std::vector<AnalyzedArticle> remove_some(const std::vector<AnalyzedArticle>& articles,
                                         const std::filesystem::path& index, std::size_t step);

}  // namespace dateline::tests
