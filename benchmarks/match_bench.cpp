// How fast the articles that match are found, each part of a query by its own: what a search costs
// before anything of a hit is read.
#include "benchmarks/corpus.hpp"
#include "benchmarks/scratch.hpp"
#include "searcher/query/operator.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;

std::int64_t count_matches(const searcher::PlanNode& plan)
{
    const Snapshot& snapshot = benchmarks::corpus_engine().snapshot();
    searcher::Deadline deadline;
    std::optional<Error> failure;
    std::int64_t count = 0;
    float weight = 0;
    for (const Segment& segment : snapshot.segments()) {
        const auto matches = open_matches(plan, {segment, snapshot.names(), deadline, failure});
        for (auto doc = matches->advance(1); doc != searcher::kNoMore;
             doc = matches->advance(doc + 1)) {
            if (!matches->confirm()) { continue; }
            ++count;
            weight += matches->score();
        }
    }
    benchmark::DoNotOptimize(weight);
    return count;
}

/// Evaluates `query`; items/s are the articles that `worked_on` (another query) matches.
void match(benchmark::State& state, std::string_view query, std::string_view worked_on)
{
    const auto plan = benchmarks::corpus_plan(query);
    std::int64_t found = 0;
    for (auto _ : state) { found = count_matches(plan); }
    const auto items = count_matches(benchmarks::corpus_plan(worked_on));
    state.SetItemsProcessed(state.iterations() * items);
    state.SetLabel(std::to_string(found) + " of " + std::to_string(items));
}

/// Items/s are postings: a word's articles, found and weighed.
void bm_match_word(benchmark::State& state, std::string_view word) { match(state, word, word); }
BENCHMARK_CAPTURE(bm_match_word, common, "the");
BENCHMARK_CAPTURE(bm_match_word, middle, "harbour");

/// Items/s are the articles of the rarest word: AND leaps to them in the other lists.
void bm_match_all(benchmark::State& state)
{
    const std::string rare = benchmarks::corpus_word("en", 10'000);
    match(state, "the AND bridge AND " + rare, rare);
}
BENCHMARK(bm_match_all);

/// Items/s are the articles with any of the words.
void bm_match_any(benchmark::State& state)
{
    const std::string query =
        "harbour OR bridge OR the OR " + benchmarks::corpus_word("en", 10'000);
    match(state, query, query);
}
BENCHMARK(bm_match_any);

/// Items/s are the articles with all of the phrase's words, whose token streams are read.
void bm_match_phrase(benchmark::State& state, std::string_view phrase, std::string_view words)
{
    match(state, phrase, words);
}
BENCHMARK_CAPTURE(bm_match_phrase, often, "\"of the\"", "of the");
BENCHMARK_CAPTURE(bm_match_phrase, seldom, "\"water price\"", "water price");

/// Items/s are all articles: dates and crowds of names are read from columns.
void bm_match_column(benchmark::State& state, std::string_view filter)
{
    match(state, filter, "*");
}
BENCHMARK_CAPTURE(bm_match_column, days, "date:2012..2014-03");
BENCHMARK_CAPTURE(bm_match_column, country, "country:FR");
BENCHMARK_CAPTURE(bm_match_column, everything, "*");

}  // namespace
