// How fast it is found what of an article matched, and which passage to show: paid for every hit
// shown, besides reading it (bodies_bench) and dividing it into words (tokenizer_bench).
#include "benchmarks/scratch.hpp"
#include "searcher/query/operator.hpp"
#include "searcher/search/snippet.hpp"

#include <algorithm>
#include <benchmark/benchmark.h>

namespace {

using namespace dateline;

/// An article as the engine has it before its hit is made.
struct Shown {
    AnalyzedArticle analyzed{};
    TokenList title{};
    TokenList body{};
    searcher::ArticleStream stream{};
};

const Segment& first_segment() { return benchmarks::corpus_engine().snapshot().segments().front(); }

std::vector<Shown> first_articles()
{
    const Segment& segment = first_segment();
    const searcher::ArticleLanguages languages{segment,
                                               benchmarks::corpus_engine().snapshot().names()};
    std::vector<Shown> articles(std::min<std::size_t>(segment.articles(), 50));
    for (std::size_t i = 0; i < articles.size(); ++i) {
        Shown& shown = articles[i];
        shown.analyzed = benchmarks::must(segment.bodies.article(i));
        tokenize(shown.analyzed.article.title, shown.title);
        tokenize(shown.analyzed.article.body, shown.body);
        shown.stream = {i, languages.of(i), segment.tokens.bytes(i)};
    }
    return articles;
}

const searcher::SegmentView& segment_view()
{
    static searcher::Deadline deadline;
    static std::optional<Error> failure;
    static const searcher::SegmentView view{
        first_segment(), benchmarks::corpus_engine().snapshot().names(), deadline, failure};
    return view;
}

searcher::ArticleView view_of(const Shown& shown)
{
    return {segment_view(), shown.analyzed, shown.stream, shown.title, shown.body};
}

searcher::Highlights highlights_of(const searcher::PlanNode& plan, const Shown& shown)
{
    searcher::Highlights highlights;
    highlight(plan, view_of(shown), highlights);
    return highlights;
}

/// Items/s are hits.
void bm_highlight(benchmark::State& state, std::string_view query)
{
    const auto articles = first_articles();
    const auto plan = benchmarks::corpus_plan(query);
    for (auto _ : state) {
        for (const Shown& shown : articles) {
            benchmark::DoNotOptimize(highlights_of(plan, shown));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(articles.size()));
}
BENCHMARK_CAPTURE(bm_highlight, word, "government");
BENCHMARK_CAPTURE(bm_highlight, words, "government OR security OR (the talks)");
BENCHMARK_CAPTURE(bm_highlight, phrase, "\"of the\"");
BENCHMARK_CAPTURE(bm_highlight, country, "country:FR");

/// Items/s are hits: choosing the passage and marking it.
void bm_make_snippet(benchmark::State& state, std::string_view query)
{
    const auto articles = first_articles();
    const auto plan = benchmarks::corpus_plan(query);
    std::vector<searcher::Highlights> highlights;
    for (const Shown& shown : articles) { highlights.push_back(highlights_of(plan, shown)); }
    for (auto _ : state) {
        for (std::size_t i = 0; i < articles.size(); ++i) {
            benchmark::DoNotOptimize(searcher::make_snippet(view_of(articles[i]), highlights[i]));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(articles.size()));
}
BENCHMARK_CAPTURE(bm_make_snippet, word, "government");
BENCHMARK_CAPTURE(bm_make_snippet, words, "government OR security OR (the talks)");

}  // namespace
