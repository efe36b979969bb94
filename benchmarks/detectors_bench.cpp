// How fast articles are searched for people, countries and dates: with the tokenizer nearly all
// that indexing costs before a segment is built. A detector that is new is measured, too.
#include "benchmarks/scratch.hpp"
#include "indexer/analyze.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;

/// Bytes/s of titles and bodies: paid for every byte indexed with this detector.
void bm_detect(benchmark::State& state, const indexer::Detector& detector)
{
    const auto& articles = benchmarks::read_articles();
    std::vector<Mention> mentions;
    for (auto _ : state) {
        for (const auto& read : articles) {
            mentions.clear();
            detector.detect({read.analyzed.article, read.title, read.body}, mentions);
            benchmark::DoNotOptimize(mentions.data());
        }
    }
    state.SetBytesProcessed(state.iterations() * benchmarks::read_bytes());
}

[[maybe_unused]] const bool detectors_are_registered = [] {
    for (const indexer::Detector* detector : indexer::detectors()) {
        benchmark::RegisterBenchmark(
            ("bm_detect/" + std::string{detector->name}).c_str(),
            [detector](benchmark::State& state) { bm_detect(state, *detector); });
    }
    return true;
}();

/// Bytes/s: all of an article's analysis, tokenizer included.
void bm_analyze(benchmark::State& state)
{
    std::vector<AnalyzedArticle> articles;
    for (const auto& read : benchmarks::read_articles()) {
        articles.push_back({.article = read.analyzed.article});
    }
    indexer::Analyzer analyzer{benchmarks::must(indexer::parse_detector_list("all"))};
    for (auto _ : state) {
        for (AnalyzedArticle& article : articles) {
            article.mentions.clear();
            analyzer.analyze(article);
        }
    }
    state.SetBytesProcessed(state.iterations() * benchmarks::read_bytes());
}
BENCHMARK(bm_analyze);

}  // namespace
