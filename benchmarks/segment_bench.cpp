// How fast analyzed articles become a segment: with the analysis, all that indexing costs.
#include "benchmarks/scratch.hpp"
#include "indexer/segment/merge.hpp"
#include "indexer/segment/segment_builder.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace dateline;
using benchmarks::must;
using benchmarks::ScratchFolder;

NamesWriter no_names() { return must(NamesWriter::open({}, 0)); }

/// What posting lists are made of: the terms of all articles, numbered and counted.
void invert(indexer::Inverter& inverter)
{
    indexer::Lexicon lexicon;
    NamesWriter names = no_names();
    indexer::DocumentMaker maker{lexicon, names, inverter};
    for (const auto& read : benchmarks::read_articles()) {
        const auto number = static_cast<std::uint32_t>(inverter.articles());
        benchmark::DoNotOptimize(maker.make(read.analyzed, read.title, read.body, number));
    }
}

/// Bytes/s of titles and bodies: words numbered and stemmed, terms and names of a new segment.
void bm_invert(benchmark::State& state)
{
    const std::int64_t bytes = benchmarks::read_bytes();
    for (auto _ : state) {
        indexer::Inverter inverter;
        invert(inverter);
    }
    state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(bm_invert);

/// Bytes/s of titles and bodies: their posting lists sorted and written. The disk's time counts.
void bm_write_postings(benchmark::State& state)
{
    const std::int64_t bytes = benchmarks::read_bytes();
    indexer::Inverter inverter;
    invert(inverter);
    for (auto _ : state) {
        const ScratchFolder folder = must(ScratchFolder::make());
        must(inverter.write(folder.path() / "postings"));
    }
    state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(bm_write_postings)->UseRealTime();

/// Bytes/s of titles and bodies: all files of a small segment. The disk's time counts.
void bm_build_segment(benchmark::State& state)
{
    const std::int64_t bytes = benchmarks::read_bytes();
    for (auto _ : state) {
        const ScratchFolder folder = must(ScratchFolder::make());
        NamesWriter names = no_names();
        indexer::SegmentBuilder builder{folder.path() / "segment", names, {}};
        for (const auto& read : benchmarks::read_articles()) {
            must(builder.add(read.analyzed, read.title, read.body));
        }
        must(builder.finish());
    }
    state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(bm_build_segment)->UseRealTime();

/// Items/s are articles merged: paid again for every article each time that segments are merged.
/// The disk's time counts.
void bm_merge_segments(benchmark::State& state)
{
    const Snapshot& snapshot = benchmarks::corpus_engine().snapshot();
    std::vector<const Segment*> parts;
    std::vector<const ArticleSet*> removed;
    std::size_t articles = 0;
    for (int twice = 0; twice < 2; ++twice) {
        for (const Segment& segment : snapshot.segments()) {
            parts.push_back(&segment);
            removed.push_back(&segment.removed);
            articles += segment.articles();
        }
    }
    for (auto _ : state) {
        const ScratchFolder folder = must(ScratchFolder::make());
        must(indexer::merge_segments(parts, removed, folder.path() / "merged"));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(articles));
}
BENCHMARK(bm_merge_segments)->UseRealTime();

}  // namespace
