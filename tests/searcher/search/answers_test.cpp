// Queries over the sample dump and their answers, one for each thing the language can say:
// read the golden file to see what is found, marked, noted and refused.
#include "searcher/query/parser.hpp"
#include "searcher/query/query_text.hpp"
#include "searcher/search/engine.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace dateline;

namespace {

constexpr std::chrono::sys_days kNow{std::chrono::year{2024} / 11 / 30};

constexpr const char* kQueries[] = {
    "russia venezuela",
    "russia AND ukraine",
    "+russia +ukraine",
    "ceasefire OR truce",
    "ceasefire | truce",
    "summit NOT climate",
    "summit -climate",
    "(earthquake OR quake) rescue",
    "\"prime minister\"",
    "\u201Cprime minister\u201D",
    "=signing",
    "=signed",
    "=\"signed a\"",
    "treaty NEAR/5 signed",
    "treaty w/5 signed",
    "\"signed treaty\"~5",
    "prime ADJ/2 minister",
    "minister ADJ/2 prime",
    "secretary pre/3 general",
    "putin SENT ukraine",
    "putin w/p ukraine",
    "president NOT NEAR/3 former",
    "atleast3:treaty",
    "atleast2(earthquake OR quake)",
    "title:summit",
    "lead:summit",
    "hlead:treaty",
    "sanction*",
    "sanction!",
    "elect*",
    "minist?r",
    "gueterres~",
    "gueterres~2",
    "treaty^3 OR summit",
    "person:maduro",
    "person:\"Nelson Mandela\"",
    "person:obama SENT hiroshima",
    "country:VE",
    "country:venezuelan",
    "country:japan!",
    "country:(KR OR KP) summit",
    "country:korea",
    "source:wire",
    "lang:es",
    "byline:doe",
    "host:example.org",
    "date:2022",
    "date:2010..2012",
    "date:>=2022-05 president",
    "date:last-1-year",
    "date:undated",
    "date:[2000 TO 2003]",
    "mentions:2022-02-24",
    "*",
    "U.S.",
    "madurro caracas",
    "peace treaty submarine",
    "summit NEAR/99 korea",
    "summit NEAR/5 country:KR",
    "titel:summit",
    "\"never closed",
    "peace or war",
    "Did Obama visit Hiroshima?",
    "ceasefire || truce",
    "ceasefire && minsk",
    "summit ANDNOT climate",
    "summit !climate",
    "NOT (the OR de OR a OR en)",
    "NOT *",
    "'prime minister' harper",
    "\u00ABprime minister\u00BB",
    "\"prime minist*\"",
    "\"boris? yeltsin\"",
    "\"minister prime\"",
    "treaty near5 signed",
    "treaty /5 signed",
    "treaty AROUND(5) signed",
    "signed adj5 treaty",
    "signed +5 treaty",
    "putin w/s ukraine",
    "putin SAME ukraine",
    "putin same ukraine",
    "putin PARA lugansk",
    "treaty w/2s signed",
    "treaty pre/p signed",
    "treaty NEAR/3 NOT signed",
    "(prime OR foreign) ADJ minister SENT harper",
    "\"prime minister\" NEAR/3 (abe OR rudd)",
    "minist* NEAR/2 rudd",
    "oil NOT SENT gulf",
    "atleast2:\"prime minister\"",
    "atleast4 treaty",
    "title:\"prime minister\"",
    "title:(summit OR treaty) sign*",
    "title:(arms NEAR/3 treaty)",
    "HEADLINE(summit)",
    "hd=summit",
    "lead:\"prime minister\" rudd",
    "hlead:(treaty NOT arms)",
    "person:\"Nelson Mandla\"",
    "person:mandela*",
    "country:georgia!",
    "country:\u0440\u043E\u0441\u0441\u0438\u044F \u043C\u0438\u0440",
    "country:venezuala",
    "country:north korea",
    "site:www.example.org treaty",
    "lang:spanish presidente",
    "date:<1992",
    "date>2024",
    "before:1992 after:1990",
    "date:last-30-days",
    "date:last-month",
    "mentions:2022..2023",
    "us",
    "=US",
    "Al\u00EDn ex-president",
    "Aksyo\u0301nov",
    "\u795E\u821F\u4E94\u53F7",
    "\u0441\u0442\u0430\u043D\u0446\u0438\u044E \u043C\u0438\u0440",
    "\u200Etitle:summit\u00AD",
    "https://example.org/a",
    "(summit OR treaty",
    "summit ()",
    "su*",
    "president*^2 OR summit~1^0.5",
    "summit NEAR/1 treaty",
    "title:earthquake title:oil",
    "treaty summit korea cuba",
};

std::string marked(const std::string& text, const std::vector<searcher::Mark>& marks)
{
    std::string out;
    std::size_t at = 0;
    for (const searcher::Mark& mark : marks) {
        out += text.substr(at, mark.begin - at) + '[';
        out += text.substr(mark.begin, mark.end - mark.begin) + ']';
        at = mark.end;
    }
    return out + text.substr(at);
}

void print_failure(const Error& error, std::ostream& out)
{
    out << "    " << info(error.kind).name;
    if (error.offset) { out << " at " << *error.offset; }
    out << ": " << error.message << "; " << error.hint << '\n';
}

void answer(searcher::Engine& engine, const std::string& query, std::ostream& out)
{
    out << query << '\n';
    const auto parsed = searcher::parse_query(searcher::clean_query(query), kNow);
    if (!parsed) { return print_failure(parsed.error(), out); }
    const auto result =
        engine.search({.text = query, .query = parsed->spec, .notes = parsed->notes, .limit = 2});
    if (!result) { return print_failure(result.error(), out); }
    out << "    " << to_string(parsed->spec) << ": " << result->total << '\n';
    for (const std::string& note : result->notes) { out << "    note: " << note << '\n'; }
    for (const searcher::Clause& clause : result->clauses) {
        out << "    part: " << std::string(2 * clause.depth, ' ') << clause.part << ' '
            << clause.articles;
        for (const std::string& word : clause.nearest) { out << ' ' << word << '?'; }
        out << (clause.why.empty() ? "" : ": ") << clause.why << '\n';
    }
    if (!result->why.empty()) { out << "    why: " << result->why << '\n'; }
    for (const searcher::Hit& hit : result->hits) {
        out << "    " << marked(hit.title, hit.title_marks) << "\n        "
            << marked(hit.snippet, hit.snippet_marks) << '\n';
    }
}

}  // namespace

TEST_SUITE("searcher/search/answers")
{
    TEST_CASE("queries and what they find")
    {
        const tests::Sandbox sandbox;
        const auto articles = tests::read_corpus({tests::test_path("data/sample")}, "all");
        tests::index_articles(articles, sandbox.path() / "index", 30);
        auto opened = searcher::Engine::open(sandbox.path() / "index");
        REQUIRE(opened);
        searcher::Engine engine = *std::move(opened);
        std::ostringstream out;
        for (const char* query : kQueries) { answer(engine, query, out); }
        tests::check_golden("answers.txt", out.str());
    }
}

TEST_SUITE("searcher/search/answers")
{
    TEST_CASE("a phrase across two sentences or paragraphs is in neither, for PARA and NOT PARA")
    {
        const tests::Sandbox sandbox;
        AnalyzedArticle article;
        article.article = {.id = "a",
                           .title = "Port",
                           .body = "Nobody had changed.\n\nThe law has been there. It has changed.",
                           .language = "en"};
        tests::index_articles({article}, sandbox.path() / "index", 1);
        auto opened = searcher::Engine::open(sandbox.path() / "index");
        REQUIRE(opened);
        searcher::Engine engine = *std::move(opened);
        const struct {
            const char* query;
            std::uint64_t total;
        } cases[] = {
            {"\"changed the\" PARA been", 0},
            {"\"changed the\" NOT PARA been", 1},
            {"been PARA \"changed the\"", 0},
            {"been NOT PARA \"changed the\"", 1},
            {"\"changed the\" SENT nobody", 0},
            {"\"changed the\" NOT SENT nobody", 1},
            {"\"changed the\" NEAR/9 been", 1},
            {"\"changed the\" NOT NEAR/9 been", 0},
            {"been SENT law", 1},
            {"been NOT SENT law", 0},
            {"\"there it\" NOT PARA been", 0},
            {"\"there it\" NOT SENT been", 1},
            {"\"changed the\" NOT PARA the", 0},  // it overlaps
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            const auto parsed = searcher::parse_query(c.query);
            REQUIRE(parsed);
            const auto result = engine.search({.text = c.query, .query = parsed->spec});
            REQUIRE(result);
            CHECK(result->total == c.total);
        }
    }

    TEST_CASE("of an OR only the side that matches is marked, and overlapping places count once")
    {
        const tests::Sandbox sandbox;
        AnalyzedArticle article;
        article.article = {.id = "a",
                           .title = "Port",
                           .body = "New York oil. Another oil ship reached York.",
                           .language = "en"};
        tests::index_articles({article}, sandbox.path() / "index", 1);
        auto opened = searcher::Engine::open(sandbox.path() / "index");
        REQUIRE(opened);
        searcher::Engine engine = *std::move(opened);
        const struct {
            const char* query;
            std::uint64_t total;
            std::size_t marks;
        } cases[] = {
            {"(oil AND zebra) OR ship", 1, 1},        {"(oil NOT york) OR ship", 1, 1},
            {"(oil AND york) OR zebra", 1, 4},        {"atleast2(\"new york\" OR york)", 1, 2},
            {"atleast3(\"new york\" OR york)", 0, 0},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            const auto parsed = searcher::parse_query(c.query);
            REQUIRE(parsed);
            const auto result = engine.search({.text = c.query, .query = parsed->spec});
            REQUIRE(result);
            CHECK(result->total == c.total);
            if (c.total > 0) { CHECK(result->hits.front().snippet_marks.size() == c.marks); }
        }
    }
}
