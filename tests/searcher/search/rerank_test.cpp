// What comes first besides BM25, and that pages of one query are cut from one order.
#include "searcher/search/rerank.hpp"

#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace dateline;
using searcher::Engine;
using searcher::kBm25Only;
using searcher::kRerankDepth;
using searcher::SearchRequest;

namespace {

using Ids = std::vector<std::string>;

AnalyzedArticle article(const std::string& id, const std::string& title, const std::string& body)
{
    AnalyzedArticle analyzed;
    analyzed.article = {.id = id, .title = title, .body = body, .language = "en"};
    return analyzed;
}

/// Articles of equal length, of other words, so that those of the queries are rare.
void add_fillers(std::vector<AnalyzedArticle>& articles)
{
    for (int i = 0; i < 20; ++i) {
        const std::string id = "filler" + std::to_string(i);
        articles.push_back(article(id, "Plain day", "Nothing to tell about today, number " + id));
    }
}

std::string repeated(const std::string& text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i) { all += text; }
    return all;
}

class Index {
  public:
    Index(const std::vector<AnalyzedArticle>& articles, std::size_t per_segment)
    {
        tests::index_articles(articles, sandbox_.path() / "index", per_segment);
    }

    std::vector<searcher::Hit> hits(const std::string& query, SearchRequest request = {})
    {
        auto opened = Engine::open(sandbox_.path() / "index");
        REQUIRE(opened);
        Engine engine = *std::move(opened);
        const auto parsed = searcher::parse_query(query);
        REQUIRE(parsed);
        request.query = parsed->spec;
        const auto result = engine.search(request);
        REQUIRE(result);
        return result->hits;
    }

    Ids ids(const std::string& query, const SearchRequest& request = {})
    {
        Ids ids;
        for (const searcher::Hit& hit : hits(query, request)) { ids.push_back(hit.id); }
        return ids;
    }

  private:
    tests::Sandbox sandbox_{};
};

/// More articles with both words than are ranked anew, no two of them alike.
std::vector<AnalyzedArticle> many_articles()
{
    std::vector<AnalyzedArticle> articles;
    for (std::size_t i = 0; i < 3 * kRerankDepth; ++i) {
        std::string body = repeated("plain ", i % 7) + "harbour " + repeated("quiet ", i % 5) +
                           "strike " + repeated("harbour and calm ", i % 3) +
                           repeated("evening ", i % 11);
        articles.push_back(article("a" + std::to_string(i), i % 13 == 0 ? "Strike" : "", body));
    }
    add_fillers(articles);
    return articles;
}

}  // namespace

TEST_SUITE("searcher/search/rerank")
{
    TEST_CASE("what stands earlier or nearer comes first among articles that BM25 holds for equal")
    {
        // Of each pair the second is better; both have the same words as often.
        const struct {
            std::string about;
            std::string query;
            AnalyzedArticle worse;
            AnalyzedArticle better;
        } cases[] = {
            {"early in the body", "harbour", article("worse", "", "one two three four harbour"),
             article("better", "", "harbour one two three four")},
            {"nearer each other", "harbour strike",
             article("worse", "", "one harbour two three four strike"),
             article("better", "", "one two harbour strike three four")},
            {"nearer in the other order", "strike harbour",
             article("worse", "", "one harbour two three four strike"),
             article("better", "", "one two harbour strike three four")},
            {"a phrase counts too", "\"harbour strike\"",
             article("worse", "", "one two three four five harbour strike"),
             article("better", "", "harbour strike one two three four five")},
            {"words of a pasted text", "harbour OR strike OR calm",
             article("worse", "",
                     "one two harbour three four five six seven eight nine ten strike"),
             article("better", "",
                     "one two harbour strike three four five six seven eight nine ten")},
            {"under AND in parts", "(harbour OR port) AND strike",
             article("worse", "", "one two three four port five six seven strike"),
             article("better", "", "port one two three strike four five six seven")},
        };
        for (const auto& c : cases) {
            CAPTURE(c.about);
            std::vector<AnalyzedArticle> articles{c.worse, c.better};
            add_fillers(articles);
            Index index{articles, 1000};
            CHECK(index.ids(c.query) == Ids{"better", "worse"});
            CHECK(index.ids(c.query, {.ranking = kBm25Only}) == Ids{"worse", "better"});
            const auto hits = index.hits(c.query);
            CHECK(hits.front().score > hits.back().score);
        }
    }

    TEST_CASE("a word of the headline counts as the earliest, and headline and body are never near")
    {
        // A headline weighs three times anyway, so this looks at what comes on top.
        std::vector<AnalyzedArticle> articles{
            article("headline", "Calm harbour", "strike one two three"),
            article("first", "", "harbour one two three four five six strike")};
        add_fillers(articles);
        Index index{articles, 1000};
        const auto on_top = [&index](const std::string& query, searcher::Ranking ranking) {
            std::map<std::string, double> scores;
            for (const auto& hit : index.hits(query, {.ranking = ranking})) {
                scores[hit.id] += hit.score;
            }
            for (const auto& hit : index.hits(query, {.ranking = kBm25Only})) {
                scores[hit.id] -= hit.score;
            }
            return scores;
        };
        const auto early = on_top("harbour", {.early = 1, .near = 0});
        CHECK(early.at("headline") > 0);
        CHECK(early.at("headline") == doctest::Approx(early.at("first")));
        const auto near = on_top("harbour strike", {.early = 0, .near = 1});
        CHECK(near.at("headline") == 0);
        CHECK(near.at("first") > 0);
    }

    TEST_CASE("what an article must not have, or not there, does not count")
    {
        std::vector<AnalyzedArticle> articles{
            article("a", "", "one harbour two three strike"),
            article("b", "", "one harbour two strike three four five six seven eight gale nine"),
        };
        add_fillers(articles);
        Index index{articles, 1000};
        const auto scores = [&index](const std::string& query) {
            std::vector<double> all;
            for (const auto& hit : index.hits(query)) { all.push_back(hit.score); }
            std::sort(all.begin(), all.end());
            return all;
        };
        CHECK(scores("harbour NOT absent") == scores("harbour"));
        CHECK(scores("harbour NOT NEAR/2 gale") == scores("harbour"));
        CHECK(scores("harbour AND NOT (NOT strike)").size() == 2);
    }

    TEST_CASE("a weight counts for what is on top, too")
    {
        std::vector<AnalyzedArticle> articles{article("a", "", "harbour strike one two")};
        add_fillers(articles);
        Index index{articles, 1000};
        const double once = index.hits("harbour").front().score;
        CHECK(index.hits("harbour^3").front().score == doctest::Approx(3 * once));
    }

    TEST_CASE("pages of any size give every hit once, in one order, before and behind the depth")
    {
        for (const std::size_t per_segment : {1000U, 40U}) {
            CAPTURE(per_segment);
            Index index{many_articles(), per_segment};
            const std::string query = "harbour strike";
            const Ids whole = index.ids(query, {.limit = searcher::kMaxLimit});
            REQUIRE(whole.size() == 3 * kRerankDepth);
            CHECK(std::set<std::string>(whole.begin(), whole.end()).size() == whole.size());
            for (const std::size_t size : {1U, 7U, 10U, 64U, 100U}) {
                CAPTURE(size);
                Ids joined;
                for (std::size_t offset = 0; offset < whole.size(); offset += size) {
                    for (std::string& id : index.ids(query, {.offset = offset, .limit = size})) {
                        joined.push_back(std::move(id));
                    }
                }
                CHECK(joined == whole);
            }
        }
    }

    TEST_CASE("behind the depth hits follow by BM25, and scores never rise")
    {
        Index index{many_articles(), 40};
        const std::string query = "harbour strike";
        const Ids anew = index.ids(query, {.limit = searcher::kMaxLimit});
        const Ids plain = index.ids(query, {.ranking = kBm25Only, .limit = searcher::kMaxLimit});
        REQUIRE(anew.size() == plain.size());
        const auto depth = static_cast<std::ptrdiff_t>(kRerankDepth);
        CHECK(std::equal(anew.begin() + depth, anew.end(), plain.begin() + depth));
        CHECK(std::is_permutation(anew.begin(), anew.begin() + depth, plain.begin()));
        CHECK_FALSE(std::equal(anew.begin(), anew.begin() + depth, plain.begin()));
        const auto hits = index.hits(query, {.limit = searcher::kMaxLimit});
        CHECK(std::is_sorted(hits.begin(), hits.end(),
                             [](const auto& a, const auto& b) { return a.score > b.score; }));
    }

    TEST_CASE("equal articles come in the order of the index, every time")
    {
        std::vector<AnalyzedArticle> articles;
        Ids expected;
        for (int i = 0; i < 30; ++i) {
            expected.push_back("same" + std::to_string(i));
            articles.push_back(article(expected.back(), "", "harbour strike one two three"));
        }
        add_fillers(articles);
        Index index{articles, 7};
        for (int run = 0; run < 3; ++run) {
            CHECK(index.ids("harbour strike", {.limit = 100}) == expected);
        }
    }

    TEST_CASE("sorted by date nothing is ranked anew, and a page of no hits stays empty")
    {
        Index index{many_articles(), 1000};
        const auto dated = [&index](searcher::Ranking ranking) {
            return index.ids(
                "harbour",
                {.sort = searcher::SortOrder::NewestFirst, .ranking = ranking, .limit = 20});
        };
        CHECK(dated({}) == dated(kBm25Only));
        CHECK(index.ids("harbour", {.limit = 0}).empty());
        CHECK(index.ids("*", {.limit = 5}).size() == 5);
    }

    TEST_CASE("of a long pasted text the heaviest words are looked at, not those that nobody has")
    {
        std::vector<AnalyzedArticle> articles;
        std::string text;
        for (int i = 0; i < 60; ++i) { text += (i == 0 ? "w" : " OR w") + std::to_string(i); }
        articles.push_back(article("late", "", repeated("plain ", 90) + "harbour w1 w2"));
        articles.push_back(article("early", "", "harbour w1 w2 " + repeated("plain ", 90)));
        add_fillers(articles);
        Index index{articles, 1000};
        CHECK(index.ids(text) == Ids{"early", "late"});
    }
}
