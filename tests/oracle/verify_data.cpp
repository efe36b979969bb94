// dateline_verify: indexes a dump and compares totals and facets of many queries with brute force.
#include "tests/oracle/compare.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/oracle/random_query.hpp"

#include <charconv>
#include <iostream>
#include <string_view>

namespace {

/// Of a segment of which more than a fifth is removed nothing would be left to be left out.
constexpr std::size_t kRemovedStep = 9;

constexpr std::size_t kSayEvery = 10'000;

constexpr const char* kUsage =
    "usage: dateline_verify QUERIES SEED INDEX none|all PATH…\n"
    "compares so many random queries over the dumps with brute force; INDEX is a new folder, of\n"
    "three segments from which every ninth article is removed again\n";

int run(std::size_t queries, std::uint32_t seed, const std::string& index,
        std::string_view detectors, const std::vector<std::string>& paths)
{
    using namespace dateline;
    auto articles = tests::read_corpus(paths, detectors);
    tests::index_articles(articles, index, articles.size() / 3 + 1);
    articles = tests::remove_some(articles, index, kRemovedStep);
    tests::BruteForce oracle{std::move(articles)};
    auto opened = searcher::Engine::open(index);
    if (!opened) {
        std::cerr << opened.error().message << '\n';
        return 1;
    }
    searcher::Engine engine = *std::move(opened);
    std::cout << "articles " << oracle.articles().size() << ", segments "
              << engine.snapshot().segments().size() << '\n';
    tests::RandomQueries random{oracle, seed};
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < queries; ++i) {
        const std::string query = i == 0 ? "*" : random.next();
        const std::string problem = tests::difference(engine, oracle, query);
        if (i % kSayEvery == 0 && i > 0) { std::cout << i << " queries\n" << std::flush; }
        if (problem.empty()) { continue; }
        ++wrong;
        std::cout << "query " << i << ' ';
        std::cout << "seed " << seed << ": " << query << "\n    " << problem << '\n';
    }
    std::cout << "queries " << queries << ", wrong " << wrong << '\n';
    return wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv)
{
    const std::vector<std::string_view> words(argv + 1, argv + argc);
    std::size_t queries = 0;
    std::uint32_t seed = 0;
    const auto number = [](std::string_view text, auto& value) {
        return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{};
    };
    if (words.size() < 5 || !number(words[0], queries) || !number(words[1], seed)) {
        std::cerr << kUsage;
        return 2;
    }
    return run(queries, seed, std::string{words[2]}, words[3], {words.begin() + 4, words.end()});
}
