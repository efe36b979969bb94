// What is said when nothing is found: every sentence of it is true of the articles.
#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;

namespace {

std::vector<AnalyzedArticle> articles()
{
    const auto make = [](const std::string& id, const std::string& title, const std::string& body) {
        AnalyzedArticle made;
        made.article = {.id = id, .title = title, .body = body, .language = "en"};
        return made;
    };
    std::vector<AnalyzedArticle> all{
        make("a", "Port", "Oil came by ship. Gas came by train."),
        make("b", "Rail", "Coal came by train.\n\nThe minister was prime news."),
        make("c", "Visit",
             "The prime minister, Nicolás Maduro, spoke of oil and the price of gas."),
    };
    using std::chrono::sys_days;
    all[0].article.date = Date{sys_days{std::chrono::year{2023} / 5 / 7}};
    all[2].article.date = Date{sys_days{std::chrono::year{2023} / 5 / 1}};
    const std::string name = "Nicolás Maduro";
    const auto begin = static_cast<std::uint32_t>(all[2].article.body.find(name));
    all[2].mentions.push_back({.field = FieldId::Person,
                               .begin = begin,
                               .end = begin + static_cast<std::uint32_t>(name.size()),
                               .value = name,
                               .text = name,
                               .rule = "test"});
    return all;
}

/// "part count [why]", a line each, indented by depth; then why of the whole.
std::string told(const searcher::SearchResult& result)
{
    std::string text;
    for (const searcher::Clause& clause : result.clauses) {
        text += std::string(2 * clause.depth, ' ') + clause.part + ' ' +
                std::to_string(clause.articles);
        for (const std::string& word : clause.nearest) { text += ' ' + word + '?'; }
        text += (clause.why.empty() ? "" : " [" + clause.why + "]") + '\n';
    }
    return text + result.why;
}

}  // namespace

TEST_SUITE("searcher/search/clauses")
{
    TEST_CASE("why a query finds nothing")
    {
        const tests::Sandbox sandbox;
        tests::index_articles(articles(), sandbox.path() / "index", 2);
        auto opened = searcher::Engine::open(sandbox.path() / "index");
        REQUIRE(opened);
        searcher::Engine engine = *std::move(opened);
        const std::string none_has_all =
            "each part finds articles, but no article matches all of them";
        const struct {
            std::string query;
            std::string told;
        } cases[] = {
            {"oil coal", "oil 2\ncoal 1\n" + none_has_all},
            {"oil zebra", "oil 2\nzebra 0\n"},
            {"oil ship coal",
             "oil 2\nship 1\ncoal 1\n" + none_has_all + "; without coal there is 1"},
            {"price ship coal",
             "price 1\nship 1\ncoal 1\n" + none_has_all + ", nor all but one of them"},
            {"oil NOT came NOT minister", "oil 2\n(not came) 1\n(not minister) 1\n" + none_has_all +
                                              "; without (not came) there is 1"},
            {"ship NOT (gas NEAR/5 came)", "ship 1\n(not (near/5 gas came)) 2\n" + none_has_all},
            {"ship NOT (by train)", "ship 1\n(not (and by train)) 1\n" + none_has_all},
            {"NOT *", "(not *) 0 [every article matches what must not be there]\n  * 3\n"},
            {"ship NEAR/2 train",
             "(near/2 ship train) 0 [1 article has all of them, but not within 2 words of each "
             "other]\n  ship 1\n  train 2\n"},
            {"ship NEAR/2 coal",
             "(near/2 ship coal) 0 [no article has all of them]\n  ship 1\n  coal 1\n"},
            {"ship NEAR/2 zebra", "(near/2 ship zebra) 0\n  ship 1\n  zebra 0\n"},
            {"train ADJ/9 ship",
             "(adj/9 train ship) 0 [1 article has all of them, but not within 9 words of each "
             "other in this order]\n  train 2\n  ship 1\n"},
            {"train ADJ came",
             "(adj/1 train came) 0 [2 articles have all of them, but not side by side in this "
             "order]\n  train 2\n  came 2\n"},
            {"ship SENT train",
             "(sent ship train) 0 [1 article has all of them, but not in one sentence]\n"
             "  ship 1\n  train 2\n"},
            {"coal PARA minister",
             "(para coal minister) 0 [1 article has all of them, but not in one paragraph]\n"
             "  coal 1\n  minister 2\n"},
            {"coal (ship NEAR/2 train)",
             "coal 1\n(near/2 ship train) 0 [1 article has all of them, but not within 2 words of "
             "each other]\n  ship 1\n  train 2\n"},
            {"ship NOT NEAR/9 oil",
             "(not-near/9 ship oil) 0 [wherever the first stands, the second stands near it or "
             "over it]\n  ship 1\n  oil 2\n"},
            {"zebra NOT NEAR/9 oil", "(not-near/9 zebra oil) 0\n  zebra 0\n  oil 2\n"},
            {"atleast3:gas",
             "(atleast/3 gas) 0 [2 articles have it, but none so often]\n  gas 2\n"},
            {"atleast2:zebra", "(atleast/2 zebra) 0\n  zebra 0\n"},
            {"zebra OR yak", "zebra 0\nyak 0\n"},
            {"oil (zebra OR yak)", "oil 2\n(or zebra yak) 0\n  zebra 0\n  yak 0\n"},
            {"(oil coal) OR yak",
             "(and oil coal) 0 [" + none_has_all + "]\n  oil 2\n  coal 1\nyak 0\n"},
            {"zebra^2 oil", "(boost/2 zebra) 0\n  zebra 0\noil 2\n"},
            {"\"minister prime\"",
             "\"minister prime\" 0 [2 articles have all of them, but not in a row]\n"
             "  minister 2\n  prime 2\n"},
            {"\"minister prime minister\"",
             "\"minister prime minister\" 0 [2 articles have all of them, but not in a row]\n"
             "  minister 2\n  prime 2\n"},
            {"\"coal coal coal\"",
             "\"coal coal coal\" 0 [1 article has all of them, but not in a row]\n"
             "  coal 1\n  coal 1\n"},
            {"\"prime ministre\"", "\"prime ministre\" 0\n  prime 2\n  ministre 0 minister?\n"},
            {"\"coal shi*\"", "\"coal shi*\" 0 [no article has all of them]\n  coal 1\n  shi* 1\n"},
            {"=\"ministers prime\"",
             "=\"ministers prime\" 0\n  =\"ministers\" 0 minister?\n"
             "  =\"prime\" 2\n"},
            {"title:oil", "title:oil 0 [2 articles have it, but not in the headline]\n"},
            {"title:\"prime minister\"",
             "title:\"prime minister\" 0 [1 article has it, but not in the headline]\n"},
            {"lead:visit", "lead:visit 0 [1 article has it, but not in the lead]\n"},
            {"title:pory", "title:pory 0 port?\n"},
            {"title:shipp", "title:shipp 0\n"},
            {"person:madurro", "person:madurro 0 maduro?\n"},
            {"person:\"nicolas madurro\"", "person:nicolas madurro 0 nicolas maduro?\n"},
            {"person:minister", "person:minister 0\n"},
            {"person:\"maduro price\"",
             "person:maduro price 0 [no article has a name with all of these words]\n"},
            {"date:2022 oil",
             "date:2022-01-01..2022-12-31 0 [articles are dated 2023-05-01 to "
             "2023-05-07]\noil 2\n"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            const auto parsed = searcher::parse_query(c.query);
            REQUIRE(parsed);
            const auto result = engine.search({.text = c.query, .query = parsed->spec});
            REQUIRE(result);
            CHECK(result->total == 0);
            CHECK(told(*result) == c.told);
        }
    }

    TEST_CASE("all parts are explained, whatever they find")
    {
        const tests::Sandbox sandbox;
        tests::index_articles(articles(), sandbox.path() / "index", 2);
        auto opened = searcher::Engine::open(sandbox.path() / "index");
        REQUIRE(opened);
        searcher::Engine engine = *std::move(opened);
        const auto ask = [&](const std::string& query) {
            const auto parsed = searcher::parse_query(query);
            REQUIRE(parsed);
            const auto result =
                engine.search({.text = query, .query = parsed->spec, .explain = true});
            REQUIRE(result);
            return told(*result);
        };
        CHECK(ask("oil NOT (gas NEAR/9 train)") ==
              "(and oil (not (near/9 gas train))) 1\n  oil 2\n  (not (near/9 gas train)) 2\n"
              "    (near/9 gas train) 1\n      gas 2\n      train 2\n");
        CHECK(ask("oil coal") ==
              "(and oil coal) 0 [each part finds articles, but no article "
              "matches all of them]\n  oil 2\n  coal 1\n");
    }
}
