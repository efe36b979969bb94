// Searching for dates that articles speak of, and counting them.
#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace dateline;
using searcher::Engine;
using searcher::FacetId;

namespace {

AnalyzedArticle speaking_of(const std::string& date)
{
    const std::string before = "It was in ";
    AnalyzedArticle analyzed;
    analyzed.article = {.id = date, .title = "Port", .body = before + date + ".", .language = "en"};
    analyzed.mentions = {{.field = FieldId::Mentions,
                          .where = FieldId::Body,
                          .begin = static_cast<std::uint32_t>(before.size()),
                          .end = static_cast<std::uint32_t>(before.size() + date.size()),
                          .value = date,
                          .text = date,
                          .rule = "test"}};
    return analyzed;
}

searcher::SearchResult search(Engine& engine, const std::string& query,
                              std::vector<searcher::FacetRequest> facets = {})
{
    const auto parsed = searcher::parse_query(query);
    REQUIRE(parsed);
    auto result = engine.search({.query = parsed->spec, .facets = std::move(facets)});
    REQUIRE(result);
    return *std::move(result);
}

std::string text_of(const searcher::Facet& facet)
{
    std::string text;
    for (const auto& count : facet.counts) {
        text += (text.empty() ? "" : ", ") + count.value + ' ' + std::to_string(count.articles);
    }
    return text;
}

}  // namespace

TEST_SUITE("searcher/search/facet_mentioned")
{
    TEST_CASE("a range of mentioned dates takes those that lie inside with all their days")
    {
        std::vector<AnalyzedArticle> articles;
        for (const char* date : {"2021", "2021-12", "2022-01-31", "2022-02", "2022-02-16",
                                 "2022-03-01", "2022", "2024-02-29", "0001-01-01", "9999-12-31"}) {
            articles.push_back(speaking_of(date));
        }
        const tests::Sandbox sandbox;
        tests::index_articles(articles, sandbox.path() / "index", 4);
        auto opened = Engine::open(sandbox.path() / "index");
        REQUIRE(opened);
        Engine engine = *std::move(opened);
        const struct {
            const char* query;
            std::vector<std::string> ids;
        } cases[] = {
            {"mentions:2022-02", {"2022-02", "2022-02-16"}},
            {"mentions:2022-02-16", {"2022-02-16"}},
            {"mentions:2022", {"2022", "2022-01-31", "2022-02", "2022-02-16", "2022-03-01"}},
            {"mentions:2022-01..2022-02", {"2022-01-31", "2022-02", "2022-02-16"}},
            {"mentions:2022-01-31..2022-02-28", {"2022-01-31", "2022-02", "2022-02-16"}},
            {"mentions:2022-02-02..2022-03-01", {"2022-02-16", "2022-03-01"}},
            {"mentions:2021-02..2022-01", {"2021-12", "2022-01-31"}},
            {"mentions:..2021", {"0001-01-01", "2021", "2021-12"}},
            {"mentions:>2022", {"2024-02-29", "9999-12-31"}},
            {"mentions:<2021-12", {"0001-01-01"}},
            {"mentions:1990..2000", {}},
            {"NOT mentions:0001..9999", {}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            std::vector<std::string> ids;
            for (const auto& hit : search(engine, c.query).hits) { ids.push_back(hit.id); }
            std::sort(ids.begin(), ids.end());
            CHECK(ids == c.ids);
        }
        const auto facets = search(engine, "*",
                                   {{.id = FacetId::MentionedDay},
                                    {.id = FacetId::MentionedMonth},
                                    {.id = FacetId::MentionedYear}})
                                .facets;
        CHECK(text_of(facets[0]) ==
              "0001-01-01 1, 2022-01-31 1, 2022-02-16 1, 2022-03-01 1, 2024-02-29 1, 9999-12-31 1");
        CHECK(text_of(facets[1]) ==
              "0001-01 1, 2021-12 1, 2022-01 1, 2022-02 2, 2022-03 1, 2024-02 1, 9999-12 1");
        CHECK(text_of(facets[2]) == "0001 1, 2021 2, 2022 5, 2024 1, 9999 1");
        const auto hit = search(engine, "mentions:2022-02-10..2022-02-20").hits.at(0);
        REQUIRE(hit.snippet_marks.size() == 1);
        CHECK(hit.snippet.substr(hit.snippet_marks[0].begin) == "2022-02-16.");
    }
}
