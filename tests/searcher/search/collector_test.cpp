// With helpers or without, the answer is the same.
#include "searcher/search/collector.hpp"

#include "searcher/query/parser.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::searcher;

namespace {

std::vector<AnalyzedArticle> harbour_articles(std::size_t count)
{
    const char* const words[] = {"ferry", "harbour", "council", "bridge", "fog", "customs", "the"};
    std::vector<AnalyzedArticle> articles(count);
    for (std::size_t i = 0; i < count; ++i) {
        Article& article = articles[i].article;
        article.id = std::to_string(i);
        article.language = "en";
        for (std::size_t n = 0, at = i + 1; n < 40; ++n, at = (at * 7919 + 31) % 100'003) {
            article.body += words[at % 7];
            article.body += n % 9 == 8 ? ". " : " ";
        }
        article.body += "Ana Ruiz saw the fog.";
        if (i % 5 == 0) { article.date = *parse_date("2011-05-09"); }
        const auto name = static_cast<std::uint32_t>(article.body.find("Ana Ruiz"));
        articles[i].mentions.push_back({.field = FieldId::Person,
                                        .where = FieldId::Body,
                                        .begin = name,
                                        .end = name + 8,
                                        .value = "Ana Ruiz",
                                        .text = "Ana Ruiz",
                                        .rule = "test"});
    }
    return articles;
}

bool is_same(const RankedHit& a, const RankedHit& b)
{
    return a.score == b.score && a.day == b.day && a.segment == b.segment && a.index == b.index;
}

}  // namespace

TEST_SUITE("searcher/search/collector")
{
    TEST_CASE("helpers change nothing of an answer")
    {
        const tests::Sandbox sandbox;
        tests::index_articles(harbour_articles(900), sandbox.path() / "index", 300);
        const auto snapshot = Snapshot::open(sandbox.path() / "index");
        REQUIRE(snapshot);
        Crew nobody{0};
        Crew three{3};
        const Sharing eager{.worth_help = 0, .stretch = 64};
        for (const std::string query :
             {"ferry", "\"ferry council\"", "fog NEAR/3 bridge", "harbour -date:2011",
              "fog | bridge", "atleast3:fog", "*", "harb* \"the fog\"",
              "person:\"Ana Ruiz\" NEAR/9 fog", "date:2011", "zebra"}) {
            CAPTURE(query);
            const auto parsed = parse_query(query);
            REQUIRE(parsed);
            Deadline deadline;
            Planner planner{*snapshot, deadline, std::chrono::seconds{100}};
            const auto plan = planner.plan(parsed->spec);
            REQUIRE(plan);
            const auto alone = collect(*snapshot, *plan, {.limit = 20}, deadline, nobody);
            REQUIRE(alone);
            CHECK((alone->total > 0) == (query != "zebra"));
            for (int round = 0; round < 10; ++round) {
                const auto helped =
                    collect(*snapshot, *plan, {.limit = 20}, deadline, three, eager);
                REQUIRE(helped);
                CHECK(helped->total == alone->total);
                for (std::size_t s = 0; s < alone->hits.size(); ++s) {
                    const auto words = helped->hits[s].words();
                    const auto wanted = alone->hits[s].words();
                    CHECK(std::equal(words.begin(), words.end(), wanted.begin(), wanted.end()));
                }
                CHECK(std::equal(helped->best.begin(), helped->best.end(), alone->best.begin(),
                                 alone->best.end(), is_same));
            }
        }
    }

    TEST_CASE("a search whose time is over fails, whoever helps")
    {
        const tests::Sandbox sandbox;
        tests::index_articles(harbour_articles(300), sandbox.path() / "index", 300);
        const auto snapshot = Snapshot::open(sandbox.path() / "index");
        REQUIRE(snapshot);
        Deadline never;
        const auto plan =
            Planner{*snapshot, never, std::chrono::seconds{1}}.plan(parse_query("ferry")->spec);
        REQUIRE(plan);
        Crew three{3};
        Deadline over{Deadline::Clock::now() - std::chrono::seconds{1}};
        while (!over.passed()) {}
        const auto late =
            collect(*snapshot, *plan, {}, over, three, {.worth_help = 0, .stretch = 64});
        REQUIRE_FALSE(late);
        CHECK(late.error().kind == ErrorKind::Timeout);
    }
}
