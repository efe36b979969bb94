// How fast the index's small files are read and written: token streams, vocabulary, names.
#include "benchmarks/corpus.hpp"
#include "benchmarks/scratch.hpp"
#include "searcher/match/word_numbers.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;

const Segment& first_segment() { return benchmarks::corpus_engine().snapshot().segments().front(); }

/// All codes of the first articles.
std::vector<std::vector<std::uint32_t>> streams()
{
    const Segment& segment = first_segment();
    std::vector<std::vector<std::uint32_t>> streams;
    for (std::size_t i = 0; i < std::min<std::size_t>(segment.articles(), 200); ++i) {
        TokenStream stream = segment.tokens.stream(i);
        auto& codes = streams.emplace_back();
        while (const auto code = stream.next()) { codes.push_back(*code); }
    }
    return streams;
}

std::int64_t codes_in(const std::vector<std::vector<std::uint32_t>>& streams)
{
    std::size_t codes = 0;
    for (const auto& stream : streams) { codes += stream.size(); }
    return static_cast<std::int64_t>(codes);
}

/// Items/s are codes: for every word indexed.
void bm_write_tokens(benchmark::State& state)
{
    const auto all = streams();
    const auto folder = benchmarks::must(benchmarks::ScratchFolder::make());
    TokensWriter writer{folder.path() / "tokens"};
    for (auto _ : state) {
        for (const auto& codes : all) { writer.add(codes); }
    }
    state.SetItemsProcessed(state.iterations() * codes_in(all));
}
BENCHMARK(bm_write_tokens);

/// Items/s are stems: for every stem of a phrase's words, in each segment.
void bm_words_with_stem(benchmark::State& state)
{
    const Vocabulary& vocabulary = first_segment().vocabulary;
    std::vector<std::string> stems;
    for (const auto& [stem, words] : vocabulary.contents().stems) {
        if (stems.size() < 1000) { stems.push_back(stem); }
    }
    for (auto _ : state) {
        for (const auto& stem : stems) {
            benchmark::DoNotOptimize(vocabulary.words_with_stem(stem));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(stems.size()));
}
BENCHMARK(bm_words_with_stem);

/// Items/s are marks: for every different name of every article indexed.
void bm_name_ordinal(benchmark::State& state)
{
    std::vector<Mention> mentions;
    for (const auto& read : benchmarks::read_articles()) {
        for (const Mention& mention : read.analyzed.mentions) {
            if (mention.field != FieldId::Mentions) { mentions.push_back(mention); }
        }
    }
    NamesWriter names = benchmarks::must(NamesWriter::open({}, 0));
    for (auto _ : state) {
        for (const Mention& mention : mentions) {
            benchmark::DoNotOptimize(names.ordinal(mention.field, mention.value));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(mentions.size()));
}
BENCHMARK(bm_name_ordinal);

}  // namespace
