// What hits show: snippets, marks, names; and what facets count.
#include "searcher/search/engine.hpp"

#include "searcher/query/parser.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace dateline;
using searcher::Engine;
using searcher::FacetId;
using searcher::SearchResult;

namespace {

AnalyzedArticle article(const std::string& id, const std::string& title, const std::string& body)
{
    AnalyzedArticle analyzed;
    analyzed.article = {.id = id, .title = title, .body = body, .language = "en"};
    return analyzed;
}

void mark(AnalyzedArticle& analyzed, FieldId field, const std::string& value,
          const std::string& text)
{
    const auto begin = static_cast<std::uint32_t>(analyzed.article.body.find(text));
    analyzed.mentions.push_back({.field = field,
                                 .where = FieldId::Body,
                                 .begin = begin,
                                 .end = begin + static_cast<std::uint32_t>(text.size()),
                                 .value = value,
                                 .text = text,
                                 .rule = "test"});
}

struct Indexed {
    explicit Indexed(const std::vector<AnalyzedArticle>& articles)
    {
        tests::index_articles(articles, sandbox.path() / "index", 2);
    }

    SearchResult search(const std::string& query, std::vector<searcher::FacetRequest> facets = {})
    {
        auto opened = Engine::open(sandbox.path() / "index");
        REQUIRE(opened);
        Engine engine = *std::move(opened);
        const auto parsed = searcher::parse_query(query);
        REQUIRE(parsed);
        auto result =
            engine.search({.text = query, .query = parsed->spec, .facets = std::move(facets)});
        REQUIRE(result);
        return *std::move(result);
    }

    tests::Sandbox sandbox{};
};

/// The snippet with its marks in brackets.
std::string bracketed(const searcher::Hit& hit)
{
    std::string text = hit.snippet;
    for (auto m = hit.snippet_marks.rbegin(); m != hit.snippet_marks.rend(); ++m) {
        text.insert(m->end, "]");
        text.insert(m->begin, "[");
    }
    return text;
}

}  // namespace

TEST_SUITE("searcher/search/engine")
{
    TEST_CASE("a hit that is wanted as its id alone has nothing else, and the answer is the same")
    {
        AnalyzedArticle marked = article("a", "Visit", "Ana Ruiz came to the harbour.");
        mark(marked, FieldId::Person, "Ana Ruiz", "Ana Ruiz");
        Indexed index{{marked, article("b", "Other", "No harbour here.")}};
        auto opened = Engine::open(index.sandbox.path() / "index");
        REQUIRE(opened);
        Engine engine = *std::move(opened);
        const auto parsed = searcher::parse_query("harbour");
        const auto whole = engine.search({.query = parsed->spec, .facets = {{FacetId::Person}}});
        const auto ids = engine.search({.query = parsed->spec,
                                        .facets = {{FacetId::Person}},
                                        .detail = searcher::HitDetail::Ids});
        REQUIRE(whole);
        REQUIRE(ids);
        CHECK(ids->total == whole->total);
        CHECK(ids->facets.front().counts.front().value == "Ana Ruiz");
        REQUIRE(ids->hits.size() == whole->hits.size());
        for (std::size_t i = 0; i < ids->hits.size(); ++i) {
            CHECK(ids->hits[i].id == whole->hits[i].id);
            CHECK(ids->hits[i].score == whole->hits[i].score);
            CHECK(ids->hits[i].title.empty());
            CHECK(ids->hits[i].snippet.empty());
            CHECK_FALSE(whole->hits[i].snippet.empty());
        }
    }

    TEST_CASE("snippets mark what matched, accents and possessives as written")
    {
        Indexed index{{article("a", "Visit",
                               "Quito waited. Nicolás Maduro’s visit\nbegan late. Others left.")}};
        const struct {
            std::string query;
            std::string snippet;
        } cases[] = {
            {"maduro", "Quito waited. Nicolás [Maduro’s] visit began late. Others left."},
            {"\"nicolas maduro\"",
             "Quito waited. [Nicolás Maduro’s] visit began late. Others left."},
            {"title:visit", "Quito waited. Nicolás Maduro’s visit began late. Others left."},
            {"visits NOT gas", "Quito waited. Nicolás Maduro’s [visit] began late. Others left."},
            {"*", "Quito waited. Nicolás Maduro’s visit began late. Others left."},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            const auto result = index.search(c.query);
            REQUIRE(result.hits.size() == 1);
            CHECK(bracketed(result.hits.front()) == c.snippet);
        }
        CHECK(index.search("visit").hits.front().title_marks ==
              std::vector<searcher::Mark>{{0, 5}});
    }

    TEST_CASE("the snippet is where most of the query stands")
    {
        std::string body = "Grain prices rose. ";
        for (int i = 0; i < 60; ++i) { body += "Nothing else happened here that day. "; }
        body += "The ministers spoke of grain and of the harbour.";
        Indexed index{{article("a", "Markets", body)}};
        const auto hit = index.search("grain harbour").hits.front();
        CHECK(bracketed(hit).find("[grain] and of the [harbour]") != std::string::npos);
        CHECK(hit.snippet.size() > 150);
        CHECK(hit.snippet.starts_with("… Nothing"));
    }

    TEST_CASE("spellings of one name count as one, shown as most articles have it")
    {
        std::vector<AnalyzedArticle> articles;
        for (const char* name : {"José Mujica", "Jose Mujica", "Jose Mujica", "José Mujica"}) {
            const std::string id = "a" + std::to_string(articles.size());
            articles.push_back(article(id, "Talk", std::string{name} + " spoke in Uruguay."));
            mark(articles.back(), FieldId::Person, name, name);
            mark(articles.back(), FieldId::Country, "UY", "Uruguay");
        }
        Indexed index{articles};
        const auto result = index.search(
            "person:mujica",
            {{FacetId::Person}, {FacetId::Country}, {FacetId::Month}, {FacetId::Language}});
        CHECK(result.total == 4);
        REQUIRE(result.facets.size() == 4);
        REQUIRE(result.facets[0].counts.size() == 1);
        CHECK(result.facets[0].counts[0].value == "José Mujica");
        CHECK(result.facets[0].counts[0].articles == 4);
        CHECK(result.facets[1].counts[0].name == "Uruguay");
        CHECK(result.facets[2].counts[0].value == "undated");
        CHECK(result.facets[3].counts[0].value == "en");
        for (const auto& hit : result.hits) {
            CHECK(hit.people == std::vector<std::string>{"José Mujica"});
        }
        CHECK(bracketed(result.hits.front()).find("[Jos") != std::string::npos);
        CHECK(index.search("country:uruguay").total == 4);
    }

    TEST_CASE("country: finds what is mentioned, about: what an article is about")
    {
        std::vector<AnalyzedArticle> articles{
            article("lead", "One", "Uruguay voted."),
            article("end", "Two", std::string(120, 'x') + ". Ships came from Uruguay.")};
        for (auto& one : articles) { mark(one, FieldId::Country, "UY", "Uruguay"); }
        Indexed index{articles};
        const auto mentioned = index.search("country:uruguayan", {{FacetId::About}});
        CHECK(mentioned.total == 2);
        REQUIRE(mentioned.facets.front().counts.size() == 1);
        CHECK(mentioned.facets.front().counts[0].value == "UY");
        CHECK(mentioned.facets.front().counts[0].name == "Uruguay");
        CHECK(mentioned.facets.front().counts[0].articles == 1);
        const auto about = index.search("about:uruguayan");
        REQUIRE(about.total == 1);
        CHECK(about.hits.front().id == "lead");
        CHECK(bracketed(about.hits.front()).find("[Uruguay]") != std::string::npos);
    }

    TEST_CASE("furniture: finds what stands around an article, and nothing else does")
    {
        std::vector<AnalyzedArticle> articles{
            article("a", "Ferry", "The ferry crossed."),
            article("b", "Letters", "Newsletters arrived. The ferry did not."),
            article("c", "Transbordador", "El transbordador cruzó.")};
        articles[0].article.furniture = "Subscribe to our newsletters\nRelated: a harbour";
        articles[2].article.furniture = "Boletines de hoy";
        articles[2].article.language = "es";
        Indexed index{articles};
        const struct {
            const char* query;
            std::vector<std::string> ids;
        } cases[] = {
            {"furniture:newsletter", {"a"}},
            {"furniture:NEWSLETTERS", {"a"}},
            {"furniture:boletin", {"c"}},
            {"furniture:(newsletter harbour)", {"a"}},
            {"furniture:(newsletter OR boletin)", {"a", "c"}},
            {"furniture:(newsletter boletin)", {}},
            {"ferry NOT furniture:newsletter", {"b"}},
            {"furniture:ferry", {}},
            {"newsletter", {"b"}},
            {"harbour", {}},
            {"\"related a harbour\"", {}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            std::vector<std::string> ids;
            for (const auto& hit : index.search(c.query).hits) { ids.push_back(hit.id); }
            std::sort(ids.begin(), ids.end());
            CHECK(ids == c.ids);
        }
        const auto found = index.search("furniture:newsletter");
        CHECK(bracketed(found.hits.front()) == "The ferry crossed.");
    }

    TEST_CASE("an article that spells a name in two ways counts once")
    {
        std::vector<AnalyzedArticle> articles{article("a", "One", "Nicolas Maduro spoke."),
                                              article("b", "Two", "Zed Quux spoke."),
                                              article("c", "Three", "All of them spoke.")};
        mark(articles[0], FieldId::Person, "Nicolas Maduro", "Nicolas Maduro");
        mark(articles[1], FieldId::Person, "Zed Quux", "Zed Quux");
        for (const char* name : {"Nicolas Maduro", "Zed Quux", "Nicolás Maduro"}) {
            mark(articles[2], FieldId::Person, name, "All");
        }
        Indexed index{articles};
        const auto facet = index.search("*", {{FacetId::Person}}).facets.front();
        REQUIRE(facet.counts.size() == 2);
        CHECK(facet.counts[0].articles == 2);
        CHECK(facet.counts[1].articles == 2);
    }

    TEST_CASE("names with apostrophes and initials are found as they are typed")
    {
        std::vector<AnalyzedArticle> articles{article("a", "One", "Conor O’Brien spoke."),
                                              article("b", "Two", "D.J. Otieno spoke.")};
        mark(articles[0], FieldId::Person, "Conor O’Brien", "Conor O’Brien");
        mark(articles[1], FieldId::Person, "D.J. Otieno", "D.J. Otieno");
        Indexed index{articles};
        CHECK(index.search("person:o'brien").total == 1);
        CHECK(index.search("person:\"conor o’brien\"").total == 1);
        CHECK(index.search("person:\"d.j. otieno\"").total == 1);
        CHECK(index.search("person:otieno").total == 1);
    }

    TEST_CASE("an endless word makes no endless snippet")
    {
        Indexed index{{article("a", "Long", std::string(1 << 20, 'x')),
                       article("b", "Dashes", std::string(300000, '-') + " word at last")}};
        for (const auto& hit : index.search("*").hits) { CHECK(hit.snippet.size() < 1000); }
    }

    TEST_CASE("months and years are counted by precision, and a range takes whole precisions")
    {
        std::vector<AnalyzedArticle> articles;
        for (const char* date : {"2022-02-16", "2022-02", "2022", "2023-01-01", ""}) {
            articles.push_back(article(std::string{"d"} + date, "Dated", "text of it"));
            if (const auto parsed = parse_date(date)) { articles.back().article.date = *parsed; }
        }
        Indexed index{articles};
        const auto facet = index.search("*", {{FacetId::Month}}).facets.front();
        std::string counts;
        for (const auto& count : facet.counts) {
            counts += count.value + "=" + std::to_string(count.articles) + " ";
        }
        CHECK(counts == "2022=1 2022-02=2 2023-01=1 undated=1 ");
        CHECK(index.search("date:2022-02").total == 2);
        CHECK(index.search("date:2022").total == 3);
        CHECK(index.search("date:2022-02-16").total == 1);
        CHECK(index.search("date:2022-02-01..2022-02-27").total == 1);
        CHECK(index.search("date:undated").total == 1);
    }

    TEST_CASE("a search over damaged postings fails instead of finding less")
    {
        Indexed index{{article("a", "Harbour", "The harbour is open."), article("b", "Other", "")}};
        const auto file = index.sandbox.path() / "index/segments/000001/postings/postlist.glass";
        auto opened = Engine::open(index.sandbox.path() / "index");
        REQUIRE(opened);
        Engine engine = *std::move(opened);
        std::filesystem::resize_file(file, 4096);  // the entries lie at the end of the block
        std::filesystem::resize_file(file, 8192);
        const auto parsed = searcher::parse_query("harbour");
        REQUIRE(parsed);
        const auto result = engine.search({.text = "harbour", .query = parsed->spec});
        REQUIRE_FALSE(result);
        CHECK(result.error().kind == ErrorKind::IndexDamaged);
        const auto shown = engine.show("a");
        REQUIRE_FALSE(shown);
        CHECK(shown.error().kind == ErrorKind::IndexDamaged);
    }

    TEST_CASE("words in several languages are found by their stems in each")
    {
        std::vector<AnalyzedArticle> articles{
            article("en", "Maduro", "Maduro spoke."), article("es", "Visita", "Maduro habló hoy."),
            article("pt", "Visita", "Maduro falou hoje."), article("none", "Other", "Nobody.")};
        articles[1].article.language = "es";
        articles[2].article.language = "pt";
        Indexed index{articles};
        CHECK(index.search("maduro").total == 3);
        CHECK(index.search("\"maduro falou\"").total == 1);
        CHECK(index.search("lang:spanish maduro").total == 1);
    }
}
