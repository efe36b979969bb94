// How long whole searches take, from tree to result, on a small index that is in memory: the sum
// that the other benchmarks divide up. What a person waits for is scripts/compare's to say.
#include "benchmarks/scratch.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;
using benchmarks::must;
using searcher::FacetId;

/// Items/s are searches; ten hits are shown.
void bm_search(benchmark::State& state, std::string_view query, std::vector<FacetId> facets)
{
    searcher::Engine& engine = benchmarks::corpus_engine();
    searcher::SearchRequest request{.text = std::string{query}};
    for (const FacetId id : facets) { request.facets.push_back({.id = id}); }
    request.query = must(searcher::parse_query(query)).spec;
    std::uint64_t total = 0;
    for (auto _ : state) { total = must(engine.search(request)).total; }
    state.SetItemsProcessed(state.iterations());
    state.SetLabel(std::to_string(total) + " hits");
}
BENCHMARK_CAPTURE(bm_search, word, "harbour", {});
BENCHMARK_CAPTURE(bm_search, phrase, "\"water price\"", {});
BENCHMARK_CAPTURE(bm_search, facets, "harbour",
                  {FacetId::Person, FacetId::Country, FacetId::Month});
BENCHMARK_CAPTURE(bm_search, everything, "*", {FacetId::Person, FacetId::Country, FacetId::Month});

/// Items/s are openings of an index: paid by every command.
void bm_open_index(benchmark::State& state)
{
    const std::filesystem::path index = benchmarks::corpus_engine().snapshot().path();
    for (auto _ : state) { benchmark::DoNotOptimize(must(searcher::Engine::open(index))); }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(bm_open_index);

}  // namespace
