#include "benchmarks/scratch.hpp"

#include "benchmarks/corpus.hpp"
#include "benchmarks/index_builder.hpp"
#include "searcher/query/parser.hpp"

#include <algorithm>
#include <cstdlib>

namespace dateline::benchmarks {
namespace {

constexpr std::size_t kIndexedArticles = 4'000;
constexpr std::size_t kReadArticles = 200;

}  // namespace

const std::vector<ReadArticle>& read_articles()
{
    static const std::vector<ReadArticle> all = [] {
        indexer::Analyzer analyzer = full_analyzer();
        std::vector<ReadArticle> articles;
        for (Article& article : make_articles(std::min(kReadArticles, indexed_articles()))) {
            ReadArticle& read = articles.emplace_back();
            read.analyzed.article = std::move(article);
            analyzer.analyze(read.analyzed);
            read.title = analyzer.title();
            read.body = analyzer.body();
        }
        return articles;
    }();
    return all;
}

std::int64_t read_bytes()
{
    std::size_t bytes = 0;
    for (const ReadArticle& read : read_articles()) {
        bytes += read.analyzed.article.title.size() + read.analyzed.article.body.size();
    }
    return static_cast<std::int64_t>(bytes);
}

std::size_t indexed_articles()
{
    const char* wanted = std::getenv("DATELINE_BENCH_ARTICLES");
    if (wanted == nullptr) { return kIndexedArticles; }
    const unsigned long long number = std::strtoull(wanted, nullptr, 10);
    if (number == 0) { throw std::runtime_error{"DATELINE_BENCH_ARTICLES is no number above 0"}; }
    return static_cast<std::size_t>(number);
}

void build_index(const std::filesystem::path& folder, std::size_t articles)
{
    IndexBuilder builder = must(IndexBuilder::open(folder));
    for (std::size_t i = 0; i < articles; ++i) { must(builder.add({.article = make_article(i)})); }
    must(builder.publish());
}

searcher::Engine& corpus_engine()
{
    struct Searchable {
        Searchable() { build_index(folder.path(), indexed_articles()); }
        ScratchFolder folder = must(ScratchFolder::make());
    };
    static const Searchable index;
    static searcher::Engine engine = must(searcher::Engine::open(index.folder.path()));
    return engine;
}

searcher::PlanNode corpus_plan(std::string_view query)
{
    const auto parsed = must(searcher::parse_query(query));
    searcher::Deadline deadline;
    return must(
        searcher::Planner{corpus_engine().snapshot(), deadline, std::chrono::hours{1}}.plan(
            parsed.spec));
}

}  // namespace dateline::benchmarks
