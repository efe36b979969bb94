#include "indexer/input/html_page.hpp"
#include "tests/support/format_reading.hpp"

using namespace dateline::indexer;
using namespace dateline::tests;

namespace dateline::indexer {
extern const Format html_format;
}

namespace {

constexpr std::string_view kPage = R"(<!DOCTYPE html>
<html lang="es"><head><title>Un puente | Example</title>
<meta property="og:title" content="Se abre un puente &amp; un r&iacute;o">
<meta name="author" content="Ana Ejemplo">
<meta property="article:published_time" content="2024-11-08T10:00:00Z">
<meta property="og:site_name" content="El Ejemplo">
<link rel="canonical" href="https://e.org/puente">
<script>var x = "<p>no</p>";</script></head>
<body><h1>Se abre un puente</h1><p>El <b>puente</b> se
   abri&oacute;.</p><div>Otro<br>rengl&oacute;n</div><style>p {}</style></body></html>)";

}  // namespace

TEST_SUITE("indexer/input/html")
{
    TEST_CASE("the head's words are fields, the page's text is the body")
    {
        const RawDocument raw = first_of(html_format, kPage);
        // The heading shows what readers see; what is stated may be written for search engines.
        CHECK(raw.title == "Se abre un puente");
        CHECK(raw.byline == std::vector<std::string>{"Ana Ejemplo"});
        CHECK(raw.date == "2024-11-08T10:00:00Z");
        CHECK(raw.source == "El Ejemplo");
        CHECK(raw.url == "https://e.org/puente");
        CHECK(raw.language == "es");
        CHECK(raw.body == "El puente se abrió.\n\nOtro\nrenglón");
        CHECK_FALSE(raw.unstructured);
    }

    TEST_CASE("JSON-LD goes before meta elements, wherever its article is")
    {
        const std::string_view article =
            R"({"@type":"NewsArticle","headline":"A","datePublished":"2020-01-02",)"
            R"("author":[{"name":"B C"},"D E"],"publisher":{"name":"F"}})";
        for (const std::string& script :
             {std::string{article}, '[' + std::string{article} + ']',
              R"({"@graph":[{"@type":"WebSite","headline":"x"},)" + std::string{article} + "]}"}) {
            CAPTURE(script);
            const RawDocument raw =
                read_page("<meta property=og:title content=x><script type='application/ld+json'>" +
                              script + "</script><p>text",
                          "https://e.org/x");
            CHECK(raw.title == "A");
            CHECK(raw.date == "2020-01-02");
            CHECK(raw.byline == std::vector<std::string>{"B C", "D E"});
            CHECK(raw.source == "F");
            CHECK(raw.url == "https://e.org/x");
            CHECK(raw.body == "text");
        }
    }

    TEST_CASE("pages that are broken, deep or hostile give what text they have")
    {
        CHECK(read_page("<p>a<p>b<b>c", "").body == "a\n\nbc");
        CHECK(read_page("a &unknown; &#0; b", "").body.starts_with("a &unknown;"));
        CHECK(read_page("", "").body == "");
        CHECK(read_page("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>&e;", "")
                  .body.find("root:") == std::string::npos);
        std::string deep;
        for (int n = 0; n < 100'000; ++n) { deep += "<div>"; }
        CHECK(read_page(deep + "x", "").body.size() < 10);
        CHECK(read_page("<p>" + std::string(1'000'000, '<') + "x", "").body.size() < 2'000'000);
        CHECK(read_page("<script type='application/ld+json'>" + std::string(100'000, '[') +
                            "</script><p>x",
                        "")
                  .body == "x");
    }

    TEST_CASE("a page's URL is its canonical one, unless that is the site's front page")
    {
        const struct {
            std::string_view head;
            std::string_view given;
            std::string_view url;
        } cases[] = {
            {"<link rel=canonical href=https://e.org/a>", "https://e.org/a?x=1", "https://e.org/a"},
            {"<link rel=canonical href=/a>", "https://e.org/b", "https://e.org/a"},
            {"<link rel=canonical href=/a>", "", ""},
            {"<link rel=canonical href=//e.org/a>", "", "https://e.org/a"},
            {"<link rel=canonical href=https://e.org/>", "https://e.org/b", "https://e.org/b"},
            {"<link rel=canonical href=https://e.org/><meta property=og:url "
             "content=https://e.org/c>",
             "https://e.org/b", "https://e.org/c"},
            {"<link rel=alternate href=https://e.org/d>", "https://e.org/b", "https://e.org/b"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.head);
            CHECK(read_page(std::string{c.head} + "<p>x", c.given).url == c.url);
        }
    }

    TEST_CASE("the date is the page's own; the URL's goes before those of changes")
    {
        const struct {
            std::string_view page;
            std::string_view url;
            std::string_view date;
        } cases[] = {
            {"<meta property=article:published_time content=2020-01-02><time datetime=2021-01-01>",
             "", "2020-01-02"},
            {"<meta name=pubdate content=soon><meta name=date content=2020-01-02>", "",
             "2020-01-02"},
            {"<meta property=article:modified_time content=2020-01-02>",
             "https://e.org/2019/03/04/a", ""},
            {"<meta property=article:modified_time content=2020-01-02>", "https://e.org/a",
             "2020-01-02"},
            {"<h1>A long headline</h1><time datetime=2020-01-02>Thursday</time><p>x", "",
             "2020-01-02"},
            {"<time datetime=1999-01-02></time><h1>A long headline</h1>"
             "<time class=updated datetime=2021-01-02></time><time datetime=2020-01-02>y</time>",
             "", "2020-01-02"},
            {"<h1>A long headline</h1><div>2 January 2020</div><p>x", "", "2 January 2020"},
            {"<h1>A long headline</h1><abbr class=published title=2020-01-02T07:15>7:15</abbr>", "",
             "2020-01-02T07:15"},
            {"<h1>A long headline</h1><p>He was born on 2 January 1930.</p>", "", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.page);
            CHECK(read_page(c.page, c.url).date == c.date);
        }
    }

    TEST_CASE("authors are names, not sites, addresses or labels, if there are names")
    {
        const std::string head = "<meta property=og:site_name content='The Post'>";
        const struct {
            std::string_view page;
            std::vector<std::string> names;
        } cases[] = {
            {"<meta name=author content='Ann Lee, Bo Roe and Cy Fox'>",
             {"Ann Lee", "Bo Roe", "Cy Fox"}},
            {"<meta name=author content='By Ann Lee'>", {"Ann Lee"}},
            {"<meta property=article:author content=https://e.org/ann>", {}},
            {"<meta name=author content='The Post'><h1>A long headline</h1><div>By Ann Lee</div>",
             {"Ann Lee"}},
            {"<meta name=author content='The Post'><h1>A long headline</h1>", {"The Post"}},
            {"<h1>A long headline</h1><span class=author><a rel=author>Ann Lee</a></span><p>x",
             {"Ann Lee"}},
            {"<h1>A long headline</h1><div class=authors>Authors</div><p>x", {}},
            {"<h1>A long headline</h1><small>March 14th, 2007 by Ann Lee</small><p>x", {"Ann Lee"}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.page);
            CHECK(read_page(head + std::string{c.page}, "").byline == c.names);
        }
    }

    TEST_CASE("a page without prose gives its lines, or what JSON-LD says")
    {
        CHECK(read_page("<title>A song of rain</title><div>Home</div><h1>A song of rain</h1>"
                        "<div>It rained and rained all day<br>And the river went away<br>"
                        "Nobody could make it stay<br>Though they asked it night and day</div>",
                        "")
                  .body ==
              "It rained and rained all day\nAnd the river went away\n"
              "Nobody could make it stay\nThough they asked it night and day");
        const std::string body(300, 'x');
        CHECK(read_page("<script type='application/ld+json'>{\"@type\":\"Article\","
                        "\"headline\":\"A bridge\",\"articleBody\":\"" +
                            body + "\\n\\nEnd.\"}</script><p>Loading",
                        "")
                  .body == body + "\n\nEnd.");
    }

    TEST_CASE("pages are claimed by name, from standard input by their first tag")
    {
        CHECK(html_format.claims("a.html", kPage));
        CHECK(html_format.claims("A.HTM", "<p>x"));
        CHECK_FALSE(html_format.claims("a.html", "plain"));
        CHECK_FALSE(html_format.claims("a.txt", kPage));
        CHECK(html_format.claims("", kPage));
        CHECK_FALSE(html_format.claims("", "<rss>"));
    }

    TEST_CASE("damage at random crashes nothing and ends") { check_damaged(html_format, kPage); }
}
