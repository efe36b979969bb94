// How fast incoming text is made sound, and how fast words and names are folded.
#include "benchmarks/corpus.hpp"
#include "common/text/utf8.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;

/// What dumps really hold: the same text with a byte of another encoding now and then.
std::string damaged(std::string text)
{
    for (std::size_t i = 200; i < text.size(); i += 500) { text[i] = '\xe9'; }
    return text;
}

/// Bytes/s: paid for every byte of every field of a dump.
void bm_clean_text(benchmark::State& state, const std::string& text)
{
    for (auto _ : state) { benchmark::DoNotOptimize(clean_text(text)); }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK_CAPTURE(bm_clean_text, english, benchmarks::make_text("en", 4000));
BENCHMARK_CAPTURE(bm_clean_text, spanish, benchmarks::make_text("es", 4000));
BENCHMARK_CAPTURE(bm_clean_text, russian, benchmarks::make_text("ru", 4000));
BENCHMARK_CAPTURE(bm_clean_text, damaged, damaged(benchmarks::make_text("en", 4000)));

/// Bytes/s: paid for every byte of a stored article that is read, and of every query.
void bm_is_utf8(benchmark::State& state, const std::string& text)
{
    for (auto _ : state) { benchmark::DoNotOptimize(is_utf8(text)); }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK_CAPTURE(bm_is_utf8, english, benchmarks::make_text("en", 4000));
BENCHMARK_CAPTURE(bm_is_utf8, russian, benchmarks::make_text("ru", 4000));

/// Items/s are names: paid for every spelling of a name that is new to an index, and for words with
/// letters beyond the tokenizer's table.
void bm_fold(benchmark::State& state)
{
    std::vector<std::string> names;
    for (const Article& article : benchmarks::make_articles(100)) {
        names.push_back(article.byline.front());
    }
    for (auto _ : state) {
        for (const std::string& name : names) { benchmark::DoNotOptimize(fold(name)); }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(names.size()));
}
BENCHMARK(bm_fold);

}  // namespace
