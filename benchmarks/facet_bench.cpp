// How fast facets are counted: paid for every hit of every search that wants them.
#include "benchmarks/scratch.hpp"
#include "searcher/search/facet_counter.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;

std::vector<ArticleSet> every_article(const Snapshot& snapshot)
{
    std::vector<ArticleSet> sets;
    for (const Segment& segment : snapshot.segments()) {
        auto& set = sets.emplace_back(segment.articles());
        for (std::size_t i = 0; i < segment.articles(); ++i) { set.insert(i); }
    }
    return sets;
}

/// Items/s are hits.
void bm_count_facet(benchmark::State& state, searcher::FacetId id)
{
    const Snapshot& snapshot = benchmarks::corpus_engine().snapshot();
    const auto hits = every_article(snapshot);
    searcher::FacetCounter counter;
    searcher::Deadline deadline;
    for (auto _ : state) {
        benchmark::DoNotOptimize(counter.count(snapshot, hits, {.id = id}, 10, deadline));
    }
    state.SetItemsProcessed(state.iterations() *
                            static_cast<std::int64_t>(benchmarks::indexed_articles()));
}

[[maybe_unused]] const bool facets_are_registered = [] {
    for (const searcher::FacetKind& kind : searcher::kFacets) {
        benchmark::RegisterBenchmark(
            ("bm_count_facet/" + std::string{kind.name}).c_str(),
            [id = kind.id](benchmark::State& state) { bm_count_facet(state, id); });
    }
    return true;
}();

}  // namespace
