// How fast texts are searched for dates: the price of the dates detector for each byte of a body.
#include "indexer/written_date.hpp"

#include <benchmark/benchmark.h>
#include <string>

namespace {

// English prose of a wire story: a figure in every line, a date in every tenth.
std::string prose()
{
    std::string text;
    while (text.size() < 1'000'000) {
        text +=
            "The harbour took in 155,221 bags this week against 140 at the same stage of the "
            "last season, and the two ministers who may sign in March said nothing of it.\n";
        if (text.size() % 10 == 0) { text += "They last met on November 8, 2024, in Lima.\n"; }
    }
    return text;
}

void bm_find_day(benchmark::State& state)
{
    const std::string text = prose();
    for (auto _ : state) {
        std::size_t at = 0;
        while (const auto found = dateline::indexer::find_day(text, at)) {
            at = std::visit([](const auto& date) { return date.end; }, *found);
        }
        benchmark::DoNotOptimize(at);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(bm_find_day);

}  // namespace
