// How fast dumps become articles: paid for every record of a dump, before it is known whether the
// index has it already.
#include "benchmarks/corpus.hpp"
#include "benchmarks/scratch.hpp"
#include "indexer/input/open_dump.hpp"
#include "indexer/parse_article.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;

constexpr std::size_t kArticles = 100;

std::string jsonl_dump()
{
    std::string dump;
    for (const Article& article : benchmarks::make_articles(kArticles)) {
        dump += benchmarks::json_line(article);
    }
    return dump;
}

std::vector<indexer::RawDocument> records_of(const std::string& dump)
{
    const indexer::FieldMap map;
    const auto opened = indexer::open_dump(indexer::open_memory(dump), "x.jsonl", nullptr, map);
    std::vector<indexer::RawDocument> records;
    for (;;) {
        auto record = opened->next();
        auto* raw = std::get_if<indexer::RawDocument>(&record);
        if (raw == nullptr) { break; }
        records.push_back(std::move(*raw));
    }
    if (records.size() != kArticles) { throw std::runtime_error{"the dump lost articles"}; }
    return records;
}

std::vector<indexer::RawDocument> pages()
{
    std::vector<indexer::RawDocument> records;
    for (const Article& article : benchmarks::make_articles(kArticles)) {
        records.push_back({.body = benchmarks::page_text(article), .unstructured = true});
    }
    return records;
}

/// Bytes/s of JSON, from memory to fields.
void bm_read_jsonl(benchmark::State& state)
{
    const std::string dump = jsonl_dump();
    for (auto _ : state) { benchmark::DoNotOptimize(records_of(dump)); }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(dump.size()));
}
BENCHMARK(bm_read_jsonl);

void bm_parse_article(benchmark::State& state, const std::vector<indexer::RawDocument>& records)
{
    std::size_t bytes = 0;
    for (const auto& raw : records) { bytes += raw.title.size() + raw.body.size(); }
    for (auto _ : state) {
        for (const auto& raw : records) {
            benchmark::DoNotOptimize(benchmarks::must(indexer::parse_article(raw)));
        }
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

/// Bytes/s of titles and bodies that have fields of their own.
void bm_parse_fields(benchmark::State& state) { bm_parse_article(state, records_of(jsonl_dump())); }
BENCHMARK(bm_parse_fields);

/// Bytes/s of scraped pages, where headline, byline and date have to be found.
void bm_parse_page(benchmark::State& state) { bm_parse_article(state, pages()); }
BENCHMARK(bm_parse_page);

}  // namespace
