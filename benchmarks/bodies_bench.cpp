// How fast articles are packed, and unpacked to be shown.
#include "benchmarks/scratch.hpp"
#include "common/storage/bodies.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;
using benchmarks::must;

std::vector<std::string> records()
{
    std::vector<std::string> records;
    for (const auto& read : benchmarks::read_articles()) {
        records.push_back(encode_article(read.analyzed));
    }
    return records;
}

std::int64_t bytes_of(const std::vector<std::string>& records)
{
    std::size_t bytes = 0;
    for (const std::string& record : records) { bytes += record.size(); }
    return static_cast<std::int64_t>(bytes);
}

/// Bytes/s of records: an article and its marks as bytes, for every article indexed.
void bm_encode_article(benchmark::State& state)
{
    const std::int64_t bytes = bytes_of(records());
    for (auto _ : state) { benchmark::DoNotOptimize(records()); }
    state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(bm_encode_article);

/// Bytes/s of records: unpacked bytes are checked and taken apart, for every hit shown.
void bm_decode_article(benchmark::State& state)
{
    const auto all = records();
    for (auto _ : state) {
        for (const auto& record : all) { benchmark::DoNotOptimize(must(decode_article(record))); }
    }
    state.SetBytesProcessed(state.iterations() * bytes_of(all));
}
BENCHMARK(bm_decode_article);

/// Bytes/s of records: compressed by zstd with a dictionary, for every article indexed. What is
/// written stays in the system's cache.
void bm_write_bodies(benchmark::State& state)
{
    const auto all = records();
    const auto folder = benchmarks::must(benchmarks::ScratchFolder::make());
    constexpr std::uint32_t kId = 32768;
    BodiesWriter writer{folder.path() / "bodies"};
    writer.use_dictionary(kId, train_dictionary(all, kId));
    for (auto _ : state) {
        for (const std::string& record : all) { writer.add("harbour/1", record); }
    }
    state.SetBytesProcessed(state.iterations() * bytes_of(all));
}
BENCHMARK(bm_write_bodies);

/// Items/s are articles: found, unpacked and taken apart, for every hit shown.
void bm_read_body(benchmark::State& state)
{
    const Bodies& bodies = benchmarks::corpus_engine().snapshot().segments().front().bodies;
    constexpr std::size_t kApart = 97;  // in another block than the last two
    std::size_t index = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(must(bodies.article(index)));
        index = (index + kApart) % bodies.articles();
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(bm_read_body);

/// Items/s are articles: hashed to see whether the index has them, for every article of a dump.
void bm_content_hash(benchmark::State& state)
{
    const auto& articles = benchmarks::read_articles();
    for (auto _ : state) {
        for (const auto& read : articles) {
            benchmark::DoNotOptimize(content_hash(read.analyzed.article));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(articles.size()));
}
BENCHMARK(bm_content_hash);

}  // namespace
