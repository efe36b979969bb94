// The engine against brute force, on the sample dump: in several segments, with removals.
#include "common/storage/ledger.hpp"
#include "common/storage/names.hpp"
#include "searcher/query/parser.hpp"
#include "tests/oracle/compare.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/oracle/random_query.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <random>
#include <set>

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

/// People of the articles, in rows that say anything about them.
std::string random_ledger(const std::vector<AnalyzedArticle>& articles, std::uint32_t seed)
{
    std::set<std::string> names;
    for (const AnalyzedArticle& one : articles) {
        for (const Mention& m : one.mentions) {
            if (m.field == FieldId::Person) { names.insert(m.value); }
        }
    }
    std::mt19937 random{seed};
    std::vector<std::string> left{names.begin(), names.end()};
    std::shuffle(left.begin(), left.end(), random);
    std::set<std::string> taken;
    const auto draw = [&] {
        while (!left.empty()) {
            std::string name = left.back();
            left.pop_back();
            if (taken.insert(name_key(name)).second) { return name; }
        }
        return std::string{};
    };
    std::string text = "canonical\taliases\tnot-these\tnever-a-person\n";
    for (int row = 0; row < 6; ++row) {
        const std::string canonical =
            random() % 3 == 0 ? "Zacharias Q. " + std::to_string(row) : draw();
        text += canonical + '\t' + draw() + ';' + (random() % 2 == 0 ? draw() : "") + '\t' +
                *std::next(names.begin(), static_cast<std::ptrdiff_t>(random() % names.size())) +
                '\t' + (random() % 4 == 0 ? "yes" : "") + '\n';
    }
    // A row that denies its own name is refused: leave that out.
    std::vector<LedgerProblem> problems;
    Ledger::parse(text, problems);
    return problems.empty() ? text : random_ledger(articles, seed + 1000);
}

std::map<std::string, std::uint64_t> facet_of(searcher::Engine& engine, const std::string& query)
{
    const auto parsed = searcher::parse_query(query);
    REQUIRE(parsed);
    const auto result = engine.search({.text = query,
                                       .query = parsed->spec,
                                       .facets = {{.id = searcher::FacetId::Person}},
                                       .facet_limit = 1000});
    REQUIRE(result);
    std::map<std::string, std::uint64_t> counts;
    for (const auto& count : result->facets.front().counts) {
        counts[count.value] = count.articles;
    }
    return counts;
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

    TEST_CASE("the same with a ledger that joins, splits, renames and drops people at random")
    {
        const tests::Sandbox sandbox;
        const auto index = sandbox.path() / "index";
        const auto articles = tests::read_corpus({kSample}, "all");
        tests::index_articles(articles, index, 25);
        for (std::uint32_t seed = 0; seed < 12; ++seed) {
            const std::string ledger = random_ledger(articles, seed);
            CAPTURE(ledger);
            sandbox.write("index/people.tsv", ledger);
            tests::BruteForce oracle{articles};
            oracle.apply(ledger);
            auto engine = open_engine(index);
            CHECK(engine.snapshot().names().of(FieldId::Person).changes() != nullptr);
            CHECK(tests::difference(engine, oracle, "*") == "");
            compare_random(engine, oracle, 100 + seed, 60);
        }
    }

    TEST_CASE("a person's count is what choosing the person finds, if no other name has the words")
    {
        const tests::Sandbox sandbox;
        const auto index = sandbox.path() / "index";
        const auto articles = tests::read_corpus({kSample}, "all");
        tests::index_articles(articles, index, 25);
        auto engine = open_engine(index);
        const auto counted = facet_of(engine, "*");
        CHECK(counted.size() > 20);
        std::size_t alone = 0;
        for (const auto& [name, count] : counted) {
            CAPTURE(name);
            const std::string query = "person:\"" + name + "\"";
            const auto parsed = searcher::parse_query(query);
            REQUIRE(parsed);
            const auto found = engine.search({.text = query, .query = parsed->spec});
            REQUIRE(found);
            const bool is_alone = found->notes.empty();  // else they say who else is meant
            CHECK(found->total >= count);
            if (is_alone) { CHECK(found->total == count); }
            alone += is_alone ? 1 : 0;
        }
        CHECK(alone > counted.size() / 2);
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
