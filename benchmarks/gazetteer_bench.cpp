// How fast words are looked up in what is known of countries and names: the inner loops of the
// detectors, and what fields, filters and facets ask.
#include "benchmarks/scratch.hpp"
#include "common/country.hpp"
#include "indexer/detect/country_lexicon.hpp"
#include "indexer/detect/name_tables.hpp"

#include <array>
#include <benchmark/benchmark.h>

namespace {

using namespace dateline;

constexpr std::array<std::string_view, 8> kCountries{
    "FR", "ven", "Germany", "west-germany", "Venecuela", "Côte d'Ivoire", "usa", "Atlantis"};

/// Items/s are countries in fields of a dump and in filters, once the names are loaded: a
/// program's first look-up of one that is in no common language costs a fifth of a second.
void bm_country_code(benchmark::State& state)
{
    for (const auto text : kCountries) { benchmark::DoNotOptimize(country_code(text)); }
    for (auto _ : state) {
        for (const auto text : kCountries) { benchmark::DoNotOptimize(country_code(text)); }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kCountries.size()));
}
BENCHMARK(bm_country_code);

/// Items/s are countries shown in a facet.
void bm_country_name(benchmark::State& state)
{
    for (auto _ : state) { benchmark::DoNotOptimize(country_name("VE")); }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(bm_country_name);

std::int64_t words_in_bodies()
{
    std::size_t words = 0;
    for (const auto& read : benchmarks::read_articles()) { words += read.body.tokens.size(); }
    return static_cast<std::int64_t>(words);
}

/// Items/s are words of bodies: each is asked whether a country's name begins with it.
void bm_find_country_forms(benchmark::State& state)
{
    const auto& articles = benchmarks::read_articles();
    for (auto _ : state) {
        for (const auto& read : articles) {
            const Article& article = read.analyzed.article;
            const auto& lexicon = indexer::CountryLexicon::of(article.language);
            for (std::size_t at = 0; at < read.body.tokens.size(); ++at) {
                benchmark::DoNotOptimize(lexicon.longest(article.body, read.body, at));
            }
        }
    }
    state.SetItemsProcessed(state.iterations() * words_in_bodies());
}
BENCHMARK(bm_find_country_forms);

/// Items/s are words of bodies. The people detector asks about those with capitals and the words
/// around them, some several times.
void bm_name_word(benchmark::State& state)
{
    const auto& articles = benchmarks::read_articles();
    for (auto _ : state) {
        for (const auto& read : articles) {
            for (const Token& token : read.body.tokens) {
                benchmark::DoNotOptimize(indexer::name_word(read.body.surface(token)));
            }
        }
    }
    state.SetItemsProcessed(state.iterations() * words_in_bodies());
}
BENCHMARK(bm_name_word);

}  // namespace
