// The engine against brute force, on the sample dump: in several segments, with removals.
#include "tests/oracle/compare.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/oracle/random_query.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;

namespace {

const std::string kSample = tests::test_path("data/sample");

searcher::Engine open_engine(const std::filesystem::path& index)
{
    auto opened = searcher::Engine::open(index);
    REQUIRE(opened);
    return *std::move(opened);
}

void compare_random(searcher::Engine& engine, tests::BruteForce& oracle, std::uint32_t seed,
                    int queries)
{
    tests::RandomQueries random{oracle, seed};
    for (int i = 0; i < queries; ++i) {
        const std::string query = random.next();
        CAPTURE(seed);
        CAPTURE(query);
        CHECK(tests::difference(engine, oracle, query) == "");
    }
}

}  // namespace

TEST_SUITE("oracle/engine")
{
    TEST_CASE("random queries over the sample dump find what brute force finds")
    {
        const tests::Sandbox sandbox;
        auto articles = tests::read_corpus({kSample}, "all");
        CHECK(articles.size() >= 60);
        tests::index_articles(articles, sandbox.path() / "index", 25);
        tests::BruteForce oracle{std::move(articles)};
        auto engine = open_engine(sandbox.path() / "index");
        CHECK(engine.snapshot().segments().size() >= 3);
        CHECK(tests::difference(engine, oracle, "*") == "");
        compare_random(engine, oracle, 1, 1000);
    }

    TEST_CASE("the same after removals, replacements and merges")
    {
        const tests::Sandbox sandbox;
        const auto index = sandbox.path() / "index";
        auto articles = tests::read_corpus({kSample}, "all");
        tests::index_articles(articles, index, 4);  // more segments than may stay: they are merged

        std::vector<AnalyzedArticle> left = tests::remove_some(articles, index, 5);
        for (std::size_t i = 0; i < left.size(); i += 7) {
            left[i].article.body += "\n\nA correction was added later.";
            left[i].mentions.clear();
        }
        tests::index_articles(left, index, 100);

        tests::BruteForce oracle{std::move(left)};
        auto engine = open_engine(index);
        CHECK(engine.snapshot().segments().size() <= 10);
        CHECK(tests::difference(engine, oracle, "*") == "");
        CHECK(tests::difference(engine, oracle, "correction") == "");
        compare_random(engine, oracle, 2, 500);
    }

    TEST_CASE("phrases of stop words are exact")
    {
        const tests::Sandbox sandbox;
        auto articles = tests::read_corpus({kSample}, "none");
        tests::index_articles(articles, sandbox.path() / "index", 1000);
        tests::BruteForce oracle{std::move(articles)};
        auto engine = open_engine(sandbox.path() / "index");
        for (const std::string query :
             {"\"the who\"", "\"to be or not to be\"", "the", "\"of the\"", "US", "us", "U.S.",
              "title:the", "Nicolas Maduro", "\"Nicolás Maduro\"", "Russia"}) {
            CAPTURE(query);
            CHECK(tests::difference(engine, oracle, query) == "");
        }
    }
}
