// How fast words get their stems.
#include "benchmarks/corpus.hpp"
#include "common/text/stemmer.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;

/// A thousand words from the middle of the corpus's ranks.
std::vector<std::string> rare_words(std::string_view language)
{
    std::vector<std::string> words;
    for (std::size_t rank = 300; rank < 1300; ++rank) {
        words.push_back(benchmarks::corpus_word(language, rank));
    }
    return words;
}

/// Items/s are words: paid once for each different word of a segment, in each language.
void bm_stem(benchmark::State& state, std::string_view language)
{
    const auto words = rare_words(language);
    Stemmer stemmer;
    for (auto _ : state) {
        for (const std::string& word : words) {
            benchmark::DoNotOptimize(stemmer.stem(word, language));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words.size()));
}
BENCHMARK_CAPTURE(bm_stem, english, "en");
BENCHMARK_CAPTURE(bm_stem, spanish, "es");
BENCHMARK_CAPTURE(bm_stem, russian, "ru");

/// Items/s are words of queries, to an index in three languages.
void bm_stems_of_query(benchmark::State& state)
{
    const auto words = rare_words("en");
    const std::vector<std::string> languages{"en", "es", "ru"};
    Stemmer stemmer;
    for (auto _ : state) {
        for (const std::string& word : words) {
            benchmark::DoNotOptimize(stemmer.stems_of_query(word, languages));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(words.size()));
}
BENCHMARK(bm_stems_of_query);

/// Items/s are beginnings: paid by every search and every segment that is built, since rules are
/// loaded again.
void bm_load_rules(benchmark::State& state)
{
    for (auto _ : state) {
        Stemmer stemmer;
        benchmark::DoNotOptimize(stemmer.stem("harbours", "en"));
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(bm_load_rules);

}  // namespace
