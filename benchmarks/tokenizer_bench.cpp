// How fast text becomes words: paid for every byte that is indexed, and for every hit that is
// shown.
#include "common/text/tokenizer.hpp"

#include <benchmark/benchmark.h>
#include <string>

namespace {

/// A paragraph of news as it usually is, of our own, repeated to the size of a longer article.
std::string english()
{
    constexpr std::string_view kParagraph =
        "The foreign ministers of Norway and Kenya met in Geneva on Tuesday to sign an agreement "
        "on fisheries, the U.N. said. It's the third accord since 2019; two earlier ones, worth "
        "$1,200,000 in all, weren't renewed. \"We expect the parliament's vote by May,\" said Dr. "
        "Amina Otieno, who led Kenya's delegation at the talks.\n\n";
    std::string text;
    while (text.size() < 4000) { text += kParagraph; }
    return text;
}

std::string russian()
{
    constexpr std::string_view kParagraph =
        "Министры иностранных дел Норвегии и Кении подписали во вторник в Женеве соглашение о "
        "рыболовстве. Парламент проголосует в мае, сообщила глава делегации.\n\n";
    std::string text;
    while (text.size() < 4000) { text += kParagraph; }
    return text;
}

void tokenize_text(benchmark::State& state, const std::string& text)
{
    dateline::TokenList words;
    for (auto _ : state) {
        dateline::tokenize(text, words);
        benchmark::DoNotOptimize(words.tokens.data());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void bm_tokenize_english(benchmark::State& state) { tokenize_text(state, english()); }
BENCHMARK(bm_tokenize_english);

void bm_tokenize_russian(benchmark::State& state) { tokenize_text(state, russian()); }
BENCHMARK(bm_tokenize_russian);

}  // namespace
