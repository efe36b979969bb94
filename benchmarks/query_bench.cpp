// How fast queries are understood: read as trees, and bound to an index.
#include "benchmarks/corpus.hpp"
#include "benchmarks/scratch.hpp"
#include "searcher/query/parser.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;
using benchmarks::must;

constexpr std::string_view kWord = "harbour";
constexpr std::string_view kPhrase = "\"prime minister\"";
constexpr std::string_view kTree =
    "(oil OR water) AND \"food price\" AND NOT title:trade (bank bridge)";
constexpr std::string_view kFields = "strike country:FR person:\"John Harford\" date:2012..2014-03";

/// Items/s are queries.
void bm_parse_query(benchmark::State& state, std::string_view query)
{
    for (auto _ : state) { benchmark::DoNotOptimize(must(searcher::parse_query(query))); }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(bm_parse_query, word, kWord);
BENCHMARK_CAPTURE(bm_parse_query, phrase, kPhrase);
BENCHMARK_CAPTURE(bm_parse_query, tree, kTree);
BENCHMARK_CAPTURE(bm_parse_query, fields, kFields);

/// Bytes/s of text that people paste behind --any.
void bm_parse_any(benchmark::State& state)
{
    const std::string text = benchmarks::make_text("en", 1000);
    for (auto _ : state) { benchmark::DoNotOptimize(must(searcher::parse_any(text))); }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(bm_parse_any);

/// Items/s are queries: words stemmed, terms weighed, names found.
void bm_plan(benchmark::State& state, std::string_view query)
{
    const Snapshot& snapshot = benchmarks::corpus_engine().snapshot();
    const auto parsed = must(searcher::parse_query(query));
    searcher::Deadline deadline;
    searcher::Planner planner{snapshot, deadline, std::chrono::hours{1}};
    for (auto _ : state) { benchmark::DoNotOptimize(must(planner.plan(parsed.spec))); }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(bm_plan, word, kWord);
BENCHMARK_CAPTURE(bm_plan, phrase, kPhrase);
BENCHMARK_CAPTURE(bm_plan, tree, kTree);
BENCHMARK_CAPTURE(bm_plan, fields, kFields);

/// Items/s are searches, each of which makes a planner.
void bm_make_planner(benchmark::State& state)
{
    const Snapshot& snapshot = benchmarks::corpus_engine().snapshot();
    searcher::Deadline deadline;
    for (auto _ : state) {
        benchmark::DoNotOptimize(searcher::Planner{snapshot, deadline, std::chrono::hours{1}});
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(bm_make_planner);

}  // namespace
