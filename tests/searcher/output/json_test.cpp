#include "searcher/output/renderer.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/sample_result.hpp"

#include <doctest/doctest.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace dateline;
using namespace dateline::searcher;
using dateline::tests::sample_article;
using dateline::tests::sample_result;
using Json = nlohmann::ordered_json;

namespace dateline::searcher {
extern const Renderer json_renderer;
}

namespace {

std::string print(const SearchResult& result)
{
    std::ostringstream out;
    json_renderer.write(result, {}, out);
    return out.str();
}

std::string print(const ShownArticle& article, const Style& style = {})
{
    std::ostringstream out;
    json_renderer.write_article(article, style, out);
    return out.str();
}

/// The keys of an object in their order, joined by blanks.
std::string keys(const Json& object)
{
    std::string joined;
    for (const auto& item : object.items()) {
        if (!joined.empty()) { joined += ' '; }
        joined += item.key();
    }
    return joined;
}

constexpr auto kHitKeys =
    "id title title_derived date date_precision byline source url language score snippet "
    "snippet_marks people countries";

}  // namespace

TEST_SUITE("searcher/output/json")
{
    TEST_CASE("results and articles look as promised")
    {
        tests::check_golden("output/find.json", print(sample_result()));
        tests::check_golden("output/article.json", print(sample_article()));
    }

    TEST_CASE("a result is one line with the keys of schema 1, in their order")
    {
        const std::string printed = print(sample_result());
        CHECK(printed.find('\n') == printed.size() - 1);
        const Json json = Json::parse(printed);
        CHECK(keys(json) == "schema query total took_ms hits facets notes clauses why");
        CHECK(json["schema"] == 1);
        CHECK(json["query"] == sample_result().query);
        CHECK(json["total"] == Json{{"value", 1233}, {"relation", "eq"}});
        CHECK(json["took_ms"] == 3.218);
        CHECK(json["hits"].size() == 6);
        for (const Json& hit : json["hits"]) { CHECK(keys(hit) == kHitKeys); }
        CHECK(keys(json["facets"]) == "person country month language source author");
        CHECK(keys(json["facets"]["person"][0]) == "value count");
        CHECK(keys(json["facets"]["country"][0]) == "value count name");
        CHECK(json["facets"]["source"] == Json::array());
    }

    TEST_CASE("what is absent is null")
    {
        const Json hit = Json::parse(print({.total = 1, .hits = {Hit{.id = "x"}}}))["hits"][0];
        CHECK(keys(hit) == kHitKeys);
        for (const char* key : {"title", "date", "date_precision", "source", "url", "language"}) {
            CAPTURE(key);
            CHECK(hit[key].is_null());
        }
        for (const char* key : {"byline", "snippet_marks", "people", "countries"}) {
            CAPTURE(key);
            CHECK(hit[key] == Json::array());
        }
        CHECK(hit["snippet"] == "");
        CHECK(Json::parse(print(SearchResult{}))["facets"] == Json::object());
    }

    TEST_CASE("dates are as precise as they are known")
    {
        const struct {
            Precision precision;
            const char* date;
            const char* name;
        } cases[] = {
            {Precision::Day, "2022-03-01", "day"},
            {Precision::Month, "2022-03", "month"},
            {Precision::Year, "2022", "year"},
        };
        for (const auto& c : cases) {
            SearchResult result{.total = 1, .hits = {Hit{}}};
            result.hits[0].date = Date{std::chrono::year{2022} / 3 / 1, c.precision};
            const Json hit = Json::parse(print(result))["hits"][0];
            CHECK(hit["date"] == c.date);
            CHECK(hit["date_precision"] == c.name);
        }
    }

    TEST_CASE("marks are byte offsets into the snippet as it is printed")
    {
        SearchResult result{.total = 1, .hits = {Hit{}}};
        Hit& hit = result.hits[0];
        hit.snippet = "\u202E\x1b é Zürich";
        hit.snippet_marks = {tests::mark_of(hit.snippet, "Zürich"), {14, 4000}};
        const Json json = Json::parse(print(result))["hits"][0];
        const auto snippet = json["snippet"].get<std::string>();
        REQUIRE(json["snippet_marks"].size() == 1);
        const std::size_t begin = json["snippet_marks"][0][0];
        const std::size_t end = json["snippet_marks"][0][1];
        CHECK(snippet.substr(begin, end - begin) == "Zürich");
        CHECK(snippet == hit.snippet);

        hit.snippet = "a\xff Zürich";
        CHECK(Json::parse(print(result))["hits"][0]["snippet_marks"] == Json::array());
    }

    TEST_CASE("numbers that JSON cannot say are null")
    {
        SearchResult result{.total = 1, .hits = {Hit{}}};
        result.took_ms = std::numeric_limits<double>::infinity();
        result.hits[0].score = std::numeric_limits<double>::quiet_NaN();
        const Json json = Json::parse(print(result));
        CHECK(json["took_ms"].is_null());
        CHECK(json["hits"][0]["score"].is_null());
    }

    TEST_CASE("an article is the object that detect prints")
    {
        const Json json = Json::parse(print(sample_article()));
        CHECK(keys(json) ==
              "id title title_derived date date_precision byline source url language people "
              "countries dates body furniture");
        const Json why = Json::parse(print(sample_article(), {.why = true}));
        CHECK(why["date_rule"] == "header");
        CHECK(why["detected_by"]["countries"] == "countries/1");
    }
}
