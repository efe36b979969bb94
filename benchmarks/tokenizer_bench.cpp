// How fast text becomes words: paid for every byte that is indexed, and for every hit that is
// shown.
#include "benchmarks/corpus.hpp"
#include "common/text/tokenizer.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;

/// Bytes/s of a longer article's text.
void bm_tokenize(benchmark::State& state, std::string_view language)
{
    const std::string text = benchmarks::make_text(language, 4000);
    TokenList words;
    for (auto _ : state) {
        tokenize(text, words);
        benchmark::DoNotOptimize(words.tokens.data());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK_CAPTURE(bm_tokenize, english, "en");
BENCHMARK_CAPTURE(bm_tokenize, spanish, "es");
BENCHMARK_CAPTURE(bm_tokenize, russian, "ru");

/// Bytes/s of Chinese, whose words ICU's dictionaries have to find.
void bm_tokenize_without_blanks(benchmark::State& state)
{
    std::string text;
    while (text.size() < 4000) {
        text += "两国外长星期二在日内瓦签署了渔业协定。议会将于五月表决。";
    }
    TokenList words;
    for (auto _ : state) {
        tokenize(text, words);
        benchmark::DoNotOptimize(words.tokens.data());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(bm_tokenize_without_blanks);

}  // namespace
