#include "searcher/output/renderer.hpp"
#include "tests/support/contains.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/sample_result.hpp"
#include "tests/support/tame.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <limits>
#include <sstream>

using namespace dateline;
using namespace dateline::searcher;
using dateline::tests::check_golden;
using dateline::tests::contains;
using dateline::tests::sample_article;
using dateline::tests::sample_result;
using dateline::tests::widest_line;
using dateline::tests::without_colours;

namespace dateline::searcher {
extern const Renderer text_renderer;
}

namespace {

std::string print(const SearchResult& result, const Style& style = {})
{
    std::ostringstream out;
    text_renderer.write(result, style, out);
    return out.str();
}

std::string print(const ShownArticle& article, const Style& style = {})
{
    std::ostringstream out;
    text_renderer.write_article(article, style, out);
    return out.str();
}

/// The sample with what a query matches in it: names, and words that a line break parts.
ShownArticle asked_article()
{
    ShownArticle shown = sample_article();
    const Article& article = shown.analyzed.article;
    shown.title_matches = {tests::mark_of(article.title, "Maduro")};
    shown.body_matches = {tests::mark_of(article.body, "Maduro"),
                          tests::mark_of(article.body, "Borisov on Wednesday"),
                          tests::mark_of(article.body, "together\"")};
    shown.body_matches.back().end -= 1;
    return shown;
}

SearchResult result_of(Hit hit) { return {.total = 1, .hits = {std::move(hit)}}; }

}  // namespace

TEST_SUITE("searcher/output/text")
{
    TEST_CASE("results and articles look as promised")
    {
        for (const unsigned columns : {60U, 80U, 140U}) {
            for (const bool colour : {false, true}) {
                const Style style{.colour = colour, .columns = columns};
                const std::string name =
                    std::to_string(columns) + (colour ? "-colour.txt" : ".txt");
                check_golden("output/hits-" + name, print(sample_result(), style));
                check_golden("output/article-" + name, print(sample_article(), style));
                Style why = style;
                why.why = true;
                check_golden("output/article-why-" + name, print(asked_article(), why));
            }
        }
    }

    TEST_CASE("colours change nothing but the colours, and no line is wider than the terminal")
    {
        for (unsigned columns = 60; columns <= 200; ++columns) {
            CAPTURE(columns);
            const Style plain{.colour = false, .columns = columns};
            const Style colour{.colour = true, .columns = columns};
            const std::string hits = print(sample_result(), plain);
            const std::string article = print(sample_article(), plain);
            const std::string asked = print(asked_article(), plain);
            CHECK(without_colours(print(asked_article(), colour)) == asked);
            CHECK(widest_line(asked) <= columns);
            CHECK(without_colours(print(sample_result(), colour)) == hits);
            CHECK(without_colours(print(sample_article(), colour)) == article);
            CHECK(widest_line(hits) <= columns);
            CHECK(widest_line(article) <= columns);
            CHECK_FALSE(contains(hits, " \n"));
            CHECK_FALSE(contains(article, " \n"));
        }
    }

    TEST_CASE("the first line says how many articles match")
    {
        const struct {
            std::uint64_t total;
            double took_ms;
            const char* line;
        } cases[] = {
            {0, 0, "no articles match  (0.0 ms)\n"},
            {1, 0.04, "1 article  (0.0 ms)\n"},
            {12, 3.2, "12 articles  (3.2 ms)\n"},
            {1'234'567, 1234.56, "1,234,567 articles  (1234.6 ms)\n"},
        };
        for (const auto& c : cases) {
            CHECK(print(SearchResult{.total = c.total, .took_ms = c.took_ms}) == c.line);
        }
        const double most = std::numeric_limits<double>::max();
        CHECK(widest_line(print(SearchResult{.total = 1, .took_ms = most})) <= 80);
    }

    TEST_CASE("a brief hit is its headline, its facts and two lines of passage")
    {
        Style style;
        style.is_brief = true;
        SearchResult result{.total = 1, .facets = sample_result().facets};
        result.hits = {Hit{.id = "a/1",
                           .title = "T",
                           .source = "Wire",
                           .url = "https://example.org/1",
                           .people = {"Ann Lee"}}};
        for (int i = 0; i < 60; ++i) { result.hits[0].snippet += "word "; }
        const std::string printed = print(result, style);
        CHECK(printed.starts_with("1 article  (0.0 ms)\n\n1  T\n   Wire\n   word word"));
        CHECK(std::count(printed.begin(), printed.end(), '\n') == 6);
        CHECK(printed.ends_with("…\n"));
    }

    TEST_CASE("hits are numbered from the offset on")
    {
        SearchResult result{.total = 200, .offset = 98, .hits = {Hit{}, Hit{}}};
        result.hits[0].title = "first";
        result.hits[1].title = "second";
        const std::string printed = print(result);
        CHECK(contains(printed, "\n 99  first\n"));
        CHECK(contains(printed, "\n100  second\n"));
    }

    TEST_CASE("a line of facts has only what is known")
    {
        const struct {
            Hit hit;
            const char* facts;
        } cases[] = {
            {{.source = "Wire"}, "\n   Wire\n"},
            {{.byline = {"A", "B", "C"}}, "\n   A, B, C\n"},
            {{.byline = {"", "B"}}, "\n   B\n"},
            {{.date = Date{std::chrono::year{1999} / 1 / 1, Precision::Year}, .byline = {"A"}},
             "\n   1999 · A\n"},
            {{}, "(no headline)\n   x\n"},
        };
        for (const auto& c : cases) {
            Hit hit = c.hit;
            hit.id = "x";
            CAPTURE(c.facts);
            CHECK(contains(print(result_of(hit)), c.facts));
        }
    }

    TEST_CASE("names are left out at the end of the line, and counted")
    {
        Hit hit{.id = "x"};
        for (int name = 0; name < 1000; ++name) { hit.people.push_back("Somebody Else"); }
        const std::string many = print(result_of(hit), {.columns = 60});
        CHECK(contains(many, "   people  Somebody Else, Somebody Else, Somebody Else +997\n"));

        hit.people = {std::string(500, 'x'), "second"};
        const std::string wide = print(result_of(hit), {.columns = 60});
        CHECK(contains(wide, "xxx… +1\n"));
        CHECK(widest_line(wide) == 60);
    }

    TEST_CASE("long headlines and snippets end after some lines")
    {
        Hit hit{.id = "x"};
        for (int word = 0; word < 1000; ++word) { hit.title += "headline "; }
        for (int word = 0; word < 1000; ++word) { hit.snippet += "passage "; }
        const std::string printed = print(result_of(hit));
        CHECK(std::count(printed.begin(), printed.end(), '\n') == 2 + 3 + 8 + 1);
        CHECK(contains(printed, "…\n   passage"));
        CHECK(widest_line(printed) <= 80);
    }

    TEST_CASE("a headline that is a first sentence is dimmer than others")
    {
        Hit hit{.id = "x", .title = "words"};
        CHECK(contains(print(result_of(hit), {.colour = true}), "\x1b[1mwords\x1b[0m"));
        hit.title_derived = true;
        CHECK(contains(print(result_of(hit), {.colour = true}), "\x1b[2mwords\x1b[0m"));
    }

    TEST_CASE("facets say how many values they do not show; without values they are not there")
    {
        Facet facet{.id = FacetId::Source, .counts = {{.value = "a", .articles = 1}}};
        const auto printed = [&](std::uint64_t distinct) {
            facet.distinct = distinct;
            return print(SearchResult{.total = 1, .facets = {facet}});
        };
        CHECK_FALSE(contains(printed(1), "more"));
        CHECK(contains(printed(2), "\n  … and 1 more\n"));
        CHECK(contains(printed(5001), "\n  … and 5,000 more\n"));
        facet.counts.clear();
        CHECK_FALSE(contains(printed(0), "source"));
    }

    TEST_CASE("counts of any size leave room for names and bars")
    {
        constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
        Facet facet{.id = FacetId::Person, .distinct = 2};
        facet.counts = {{.value = std::string(300, 'n'), .articles = kMost},
                        {.value = "北京", .articles = 1}};
        for (const unsigned columns : {0U, 40U, 60U, 72U, 80U, 200U, 100'000U}) {
            const SearchResult result{.total = 1, .facets = {facet}};
            CHECK(widest_line(print(result, {.columns = columns})) <= std::max(columns, 40U));
        }
    }

    TEST_CASE("paragraphs of a body are apart, wrapped lines of a dump are not")
    {
        ShownArticle shown;
        shown.analyzed.article = {.id = "x", .title = "t"};
        const std::string paragraph(101, 'p');
        const struct {
            std::string body;
            std::string printed;
        } cases[] = {
            {"one\ntwo\n", "\none\ntwo\n"},   {"one\n\n\n \ntwo", "\none\n\ntwo\n"},
            {"\n\none", "\none\n"},           {paragraph + "\ntwo", "\n" + paragraph + "\n\ntwo\n"},
            {"  one\n\ttwo", "\none\ntwo\n"}, {"\n\n", ""},
        };
        for (const auto& c : cases) {
            shown.analyzed.article.body = c.body;
            CAPTURE(c.body);
            CHECK(print(shown) == "t\nid        x\n" + c.printed);
        }
    }

    TEST_CASE("marks that overlap or run over line breaks are coloured once")
    {
        ShownArticle shown;
        shown.analyzed.article = {.id = "x", .body = "Abe Lin\ncoln spoke"};
        shown.analyzed.mentions = {{FieldId::Country, FieldId::Body, 4, 7, "US", "Lin", "r"},
                                   {FieldId::Person, FieldId::Body, 0, 12, "A", "Abe", "r"}};
        CHECK(contains(print(shown, {.colour = true}),
                       "\n\x1b[35mAbe Lin\x1b[0m\n\x1b[35mcoln\x1b[0m spoke\n"));
    }
}
