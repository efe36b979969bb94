// Queries that want to take for ever, or to break the parser: reliability.md 2h.
#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/sandbox.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <random>

using namespace dateline;
using searcher::parse_query;

namespace {

std::string repeated(const std::string& text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i) { all += text; }
    return all;
}

/// w0 OR w1 OR …
std::string numbered(const std::string& before, const std::string& between, int words)
{
    std::string all;
    for (int i = 0; i < words; ++i) { all += (i == 0 ? "" : between) + before + std::to_string(i); }
    return all;
}

searcher::Engine sample_engine(const tests::Sandbox& sandbox)
{
    const auto articles = tests::read_corpus({tests::test_path("data/sample")}, "all");
    tests::index_articles(articles, sandbox.path() / "index", 30);
    auto opened = searcher::Engine::open(sandbox.path() / "index");
    REQUIRE(opened);
    return *std::move(opened);
}

/// Asks if it can be read; whatever comes of it, an error has a sentence and lies inside the query.
void ask(searcher::Engine& engine, const std::string& query)
{
    const auto parsed = parse_query(query);
    if (!parsed) {
        CHECK_FALSE(parsed.error().message.empty());
        CHECK(parsed.error().offset.value_or(0) <= query.size());
        return;
    }
    const auto result = engine.search({.text = query, .query = parsed->spec, .limit = 3});
    if (!result) { CHECK_FALSE(result.error().message.empty()); }
}

/// Pieces that queries are made of, put together at random.
std::string soup(std::mt19937& random)
{
    static constexpr const char* kPieces[] = {"the",
                                              "summit",
                                              "korea",
                                              "\"",
                                              "(",
                                              ")",
                                              " ",
                                              " ",
                                              " AND ",
                                              " OR ",
                                              " NOT ",
                                              " NEAR/3 ",
                                              " ADJ/2 ",
                                              " SENT ",
                                              " PARA ",
                                              " w/5 ",
                                              "NOT NEAR/2 ",
                                              "-",
                                              "!",
                                              "+",
                                              "|",
                                              "=",
                                              "~",
                                              "~2",
                                              "^2",
                                              "^",
                                              "*",
                                              "?",
                                              "title:",
                                              "lead:",
                                              "hlead:",
                                              "person:",
                                              "country:",
                                              "date:",
                                              "[2022 TO 2023]",
                                              ">=2022",
                                              "last-3-days",
                                              "atleast2:",
                                              "atleast2(",
                                              "id:",
                                              "\xC3\xA9",
                                              "\xE2\x80\x9C",
                                              "北京",
                                              "'",
                                              "/",
                                              ".",
                                              "u.s.",
                                              "undated"};
    std::string query;
    for (std::size_t i = random() % 14 + 1; i > 0; --i) {
        query += kPieces[random() % std::size(kPieces)];
    }
    return query;
}

}  // namespace

TEST_SUITE("searcher/query/limits")
{
    TEST_CASE("every pathological query is answered or refused, in time")
    {
        const tests::Sandbox sandbox;
        auto engine = sample_engine(sandbox);
        const std::string queries[] = {
            "the",
            "a*",
            "a* b* c* d* e* f* g* h* i* j* k* l* m* n* o* p* q* r* s* t* u* v* w* x* y* z*",
            repeated("x* ", 300),
            "con* pre* pro* com* int* dis* sta* sup* tra* per* mar* car* par* ent* str* res*",
            repeated("the* ", 17),
            numbered("w", " OR ", 10'000),
            numbered("w", " AND ", 10'000),
            numbered("+x", " -y", 10'000),
            repeated("(", 1'000'000) + "ab" + repeated(")", 1'000'000),
            repeated("(a OR b AND ", 1000) + "c" + repeated(")", 1000),
            repeated("(a OR b AND ", 19) + "c" + repeated(")", 19),
            "\"" + repeated("the ", 1000) + "\"",
            "\"" + repeated("the ", 32) + "\"",
            numbered("\"w", " ", 10'000) + "\"",
            repeated("the NEAR/1000 ", 70) + "the",
            repeated("the NEAR/64 ", 7) + "the",
            "the NEAR/64 of NEAR/64 and NEAR/64 to NEAR/64 in NEAR/64 a NEAR/64 for NEAR/64 on",
            "the SENT of SENT and SENT to SENT in SENT a SENT for SENT on",
            repeated("hlead:(", 19) + "x" + repeated(")", 19),
            repeated("NOT ", 500) + "the",
            "NOT the",
            "NOT zzz",
            repeated("\"", 100'000),
            repeated("AND OR NOT ", 54'000),
            repeated("a", 1'000'000),
            repeated("a", 2000) + "~2",
            repeated("*?", 1000),
            "abc" + repeated("*?", 900),
            "atleast1000:the",
            "the^100",
        };
        for (const std::string& query : queries) {
            CAPTURE(query.substr(0, 60));
            const auto begin = std::chrono::steady_clock::now();
            ask(engine, query);
            // A sanitizer's build takes several times as long as what this promises.
            CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{10});
        }
    }

    TEST_CASE("a search whose time is over fails, and says what to do")
    {
        const tests::Sandbox sandbox;
        auto engine = sample_engine(sandbox);
        for (const char* query : {"the NEAR/64 of NEAR/64 and NEAR/64 to",
                                  "presidnt~2 OR ministr~2", "the NOT SENT zebra"}) {
            const auto result = engine.search({.text = query,
                                               .query = parse_query(query)->spec,
                                               .time_limit = std::chrono::milliseconds{0}});
            REQUIRE_FALSE(result);
            CHECK(result.error().kind == ErrorKind::Timeout);
            CHECK(result.error().hint.find("--timeout") != std::string::npos);
        }
    }

    TEST_CASE(
        "random bytes and random pieces of queries never crash; env DATELINE_FUZZ says how many")
    {
        const tests::Sandbox sandbox;
        auto engine = sample_engine(sandbox);
        const char* const wanted = std::getenv("DATELINE_FUZZ");
        const int rounds = wanted == nullptr ? 3000 : std::atoi(wanted);
        std::mt19937 random{7};
        for (int i = 0; i < rounds; ++i) {
            const std::string query = soup(random);
            CAPTURE(query);
            ask(engine, query);
            std::string bytes;
            for (std::size_t size = random() % 60; size > 0; --size) {
                bytes += static_cast<char>(random() % 127 + 1);
            }
            CAPTURE(bytes);
            const auto parsed = parse_query(bytes);
            if (parsed) { CHECK_FALSE(to_string(parsed->spec).empty()); }
        }
    }
}
