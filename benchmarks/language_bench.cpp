// How fast the language of an article is told.
#include "benchmarks/corpus.hpp"
#include "common/text/language.hpp"
#include "indexer/detected_language.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;

/// Items/s are articles whose dump does not state a language.
void bm_detect_language(benchmark::State& state, const std::string& text)
{
    for (auto _ : state) { benchmark::DoNotOptimize(indexer::detect_language(text)); }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(bm_detect_language, english, benchmarks::make_text("en", 4000));
BENCHMARK_CAPTURE(bm_detect_language, spanish, benchmarks::make_text("es", 4000));
BENCHMARK_CAPTURE(bm_detect_language, russian, benchmarks::make_text("ru", 4000));

/// Items/s are articles whose dump states one, as a code or by name.
void bm_language_code(benchmark::State& state, std::string_view stated)
{
    benchmark::DoNotOptimize(language_code(stated));  // loads the languages' names
    for (auto _ : state) { benchmark::DoNotOptimize(language_code(stated)); }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK_CAPTURE(bm_language_code, code, "en-GB");
BENCHMARK_CAPTURE(bm_language_code, name, "español");

}  // namespace
