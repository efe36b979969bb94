// What benchmarks work on besides texts: analyzed articles, an index to search.
// Everything is made at its first use, so that a benchmark left out costs nothing.
#pragma once

#include "benchmarks/scratch_folder.hpp"
#include "common/schema/article.hpp"
#include "common/text/tokenizer.hpp"
#include "searcher/query/plan.hpp"
#include "searcher/search/engine.hpp"

#include <filesystem>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace dateline::benchmarks {

/// The value. A failure is thrown and ends the program: without its input a benchmark would
/// measure nothing, and nobody would see.
template <class T>
T must(Result<T> result)
{
    if (!result) { throw std::runtime_error{result.error().message}; }
    return *std::move(result);
}

/// An article of the corpus with its words and what all detectors found.
struct ReadArticle {
    AnalyzedArticle analyzed{};
    TokenList title{};
    TokenList body{};
};

/// The first articles of the corpus: 200, or fewer if the index has fewer.
const std::vector<ReadArticle>& read_articles();

/// The bytes of titles and bodies of read_articles().
std::int64_t read_bytes();

/// How many articles the index has: DATELINE_BENCH_ARTICLES in the environment, or 4,000 (12 MB).
std::size_t indexed_articles();

/// Builds an index of the corpus's first articles in `folder`, which is new or empty.
void build_index(const std::filesystem::path& folder, std::size_t articles);

/// The engine over an index of indexed_articles(), which is removed when the program ends. Like
/// all benchmarks, for one thread.
searcher::Engine& corpus_engine();

/// A query bound to that index.
searcher::PlanNode corpus_plan(std::string_view query);

}  // namespace dateline::benchmarks
