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
        CHECK(raw.title == "Se abre un puente & un río");
        CHECK(raw.byline == std::vector<std::string>{"Ana Ejemplo"});
        CHECK(raw.date == "2024-11-08T10:00:00Z");
        CHECK(raw.source == "El Ejemplo");
        CHECK(raw.url == "https://e.org/puente");
        CHECK(raw.language == "es");
        CHECK(raw.body == "Se abre un puente\n\nEl puente se abrió.\n\nOtro\nrenglón");
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
