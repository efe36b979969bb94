// How fast dates are read as news and dumps write them: the price of the dates detector for each
// byte of a body, and of the date field of each record.
#include "indexer/written_date.hpp"

#include <array>
#include <benchmark/benchmark.h>
#include <string>

namespace {

// English prose of a wire story: a figure in every line, a date in every tenth.
std::string prose()
{
    std::string text;
    for (int line = 0; text.size() < 1'000'000; ++line) {
        text +=
            "Ferry 17 carried 2,406 walkers over the strait, 3 more than its deck allows, "
            "and the pilots may strike in March unless a second boat is bought.\n";
        if (line % 10 == 0) { text += "They last went out on November 8, 2024, in Lima.\n"; }
    }
    return text;
}

/// Bytes/s of a text with many figures, each of which may begin a date.
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

constexpr std::array<std::string_view, 6> kFields{
    "2024-11-08", "2024-11-08T10:30:00Z", "Fri, 08 Nov 2024 10:30:00 GMT",
    "20241108",   "November 8, 2024",     "8 de noviembre de 2024"};

/// Items/s are records that state a date.
void bm_read_date_field(benchmark::State& state)
{
    for (auto _ : state) {
        for (const auto text : kFields) {
            benchmark::DoNotOptimize(dateline::indexer::read_date_field(text));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kFields.size()));
}
BENCHMARK(bm_read_date_field);

}  // namespace
