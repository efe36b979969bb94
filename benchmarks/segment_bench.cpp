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

std::vector<Xapian::Document> documents()
{
    indexer::Lexicon lexicon;
    NamesWriter names = no_names();
    indexer::DocumentMaker maker{lexicon, names};
    std::vector<Xapian::Document> documents;
    for (const auto& read : benchmarks::read_articles()) {
        const auto number = static_cast<std::uint32_t>(documents.size());
        documents.push_back(maker.make(read.analyzed, read.title, read.body, number).document);
    }
    return documents;
}

/// Bytes/s of titles and bodies: words numbered and stemmed, terms and names of a new segment.
void bm_make_documents(benchmark::State& state)
{
    const std::int64_t bytes = benchmarks::read_bytes();
    for (auto _ : state) { benchmark::DoNotOptimize(documents()); }
    state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(bm_make_documents);

/// Items/s are postings: written in small databases and compacted. The disk's time counts.
void bm_build_postings(benchmark::State& state)
{
    const auto all = documents();
    std::int64_t postings = 0;
    for (const auto& document : all) { postings += document.termlist_count(); }
    for (auto _ : state) {
        const ScratchFolder folder = must(ScratchFolder::make());
        indexer::PostingsBuilder builder{folder.path()};
        for (const auto& document : all) { must(builder.add(document)); }
        must(builder.finish(folder.path() / "postings"));
    }
    state.SetItemsProcessed(state.iterations() * postings);
}
BENCHMARK(bm_build_postings)->UseRealTime();

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
        must(indexer::merge_segments(snapshot.path(), parts, removed, folder.path() / "merged"));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(articles));
}
BENCHMARK(bm_merge_segments)->UseRealTime();

}  // namespace
