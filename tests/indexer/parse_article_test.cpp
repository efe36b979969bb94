#include "indexer/parse_article.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::Article;
using dateline::ErrorKind;
using dateline::FieldId;
using dateline::to_string;
using dateline::indexer::parse_article;
using dateline::indexer::ParsedArticle;
using dateline::indexer::RawDocument;
using dateline::indexer::Receipts;

namespace {

RawDocument record(std::string title, std::string body)
{
    RawDocument raw;
    raw.title = std::move(title);
    raw.body = std::move(body);
    raw.file = "wire.jsonl";
    raw.record = 3;
    return raw;
}

RawDocument text(std::string body)
{
    RawDocument raw = record("", std::move(body));
    raw.unstructured = true;
    raw.file = "a/b.txt";
    raw.record = 1;
    return raw;
}

ParsedArticle parsed(const RawDocument& raw, Receipts receipts = Receipts::Unwanted)
{
    auto result = parse_article(raw, receipts);
    REQUIRE(result);
    return *std::move(result);
}

std::string reasons(const ParsedArticle& article)
{
    std::string text;
    for (const auto& notice : article.notices) {
        CHECK_FALSE(notice.lost);
        text += (text.empty() ? "" : " ") + notice.reason;
    }
    return text;
}

/// "P:James Baker<Baker, James C:RU<ussr"
std::string marks(const ParsedArticle& article)
{
    std::string text;
    for (const auto& mention : article.analyzed.mentions) {
        CHECK(mention.rule == "field");
        CHECK(mention.where == FieldId::Id);
        text += (text.empty() ? "" : " ") +
                std::string{mention.field == FieldId::Person ? "P:" : "C:"} + mention.value + "<" +
                mention.text;
    }
    return text;
}

}  // namespace

TEST_SUITE("indexer/parse_article")
{
    TEST_CASE("the fields of a record become an article")
    {
        RawDocument raw = record(" A  Day\nin Lima ", "\n\n  First.\n\nSecond. \n");
        raw.id = "7";
        raw.date = "Thu, 08 Nov 2024 10:30:00 GMT";
        raw.url = "https://www.example.org/a?utm_source=x#top";
        raw.source = " Evening  Wire ";
        raw.language = "EN-us";
        raw.byline = {"By Ann Lee and Bo Roe", "Redacción, La Voz", " "};
        raw.people = {"Baker, James", "james-baker", "James Baker", "", "volcker"};
        raw.countries = {"Venezuela", "VE", "peru"};
        const ParsedArticle article = parsed(raw);
        const Article& a = article.analyzed.article;
        CHECK(a.id == "evening wire/7");
        CHECK(a.title == "A Day in Lima");
        CHECK_FALSE(a.title_derived);
        CHECK(a.body == "  First.\n\nSecond.");
        CHECK(to_string(*a.date) == "2024-11-08");
        CHECK(a.date_rule == "field");
        CHECK(a.url == "https://www.example.org/a");
        CHECK(a.source == "Evening Wire");
        CHECK(a.language == "en");
        CHECK(a.byline == std::vector<std::string>{"Ann Lee", "Bo Roe", "Redacción, La Voz"});
        CHECK(marks(article) ==
              "P:James Baker<Baker, James P:Volcker<volcker C:VE<Venezuela C:PE<peru");
        CHECK(reasons(article).empty());
    }

    TEST_CASE("what the fields of a record lack is read off its text")
    {
        const ParsedArticle article =
            parsed(record("", "Headline\n\nBy Ann Lee\n\nNovember 8, 2024\n\nThey met in Lima."));
        const Article& a = article.analyzed.article;
        CHECK(a.title == "Headline");
        CHECK_FALSE(a.title_derived);
        CHECK(to_string(*a.date) == "2024-11-08");
        CHECK(a.date_rule == "header");
        CHECK(a.byline == std::vector<std::string>{"Ann Lee"});
        CHECK(a.body == "They met in Lima.");
        CHECK(a.id == "wire.jsonl#3");
    }

    TEST_CASE("a dateline of its own is printed in front of the body, once")
    {
        RawDocument raw = record("Talks end", "  Envoys left at noon.");
        raw.dateline = " LIMA,\nMay 2 - ";
        CHECK(parsed(raw).analyzed.article.body == "LIMA, May 2 - Envoys left at noon.");
        raw.body = "LIMA, May 2 - Envoys left at noon.";
        CHECK(parsed(raw).analyzed.article.body == "LIMA, May 2 - Envoys left at noon.");
        raw.body = " ";
        CHECK(parsed(raw).analyzed.article.body.empty());
    }

    TEST_CASE("a missing or unreadable date falls back to the URL, and is reported if unreadable")
    {
        const struct {
            std::string date;
            std::string url;
            std::string wanted;
            std::string reasons;
        } cases[] = {
            {"", "https://example.org/2024/11/08/a", "2024-11-08 url", ""},
            {"soon", "https://example.org/2024/11/a", "2024-11 url", "bad-date"},
            {"03/04/2022", "https://example.org/a", "", "bad-date"},
            {"2022", "https://example.org/2024/11/08/a", "2022 field", ""},
            {"", "ftp://example.org/2024/11/08/a", "", "bad-url"},
            {" ", " ", "", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.date);
            CAPTURE(c.url);
            RawDocument raw = record("T", "B");
            raw.date = c.date;
            raw.url = c.url;
            const ParsedArticle article = parsed(raw);
            const Article& a = article.analyzed.article;
            CHECK((a.date ? to_string(*a.date) + " " + a.date_rule : "") == c.wanted);
            CHECK(reasons(article) == c.reasons);
        }
    }

    TEST_CASE("a missing headline is derived from the first sentence")
    {
        const std::string many = "harbour harbour harbour harbour harbour harbour harbour harbour ";
        const struct {
            std::string body;
            std::string title;
        } cases[] = {
            {"They met. They spoke.", "They met."},
            {"Mr. Lee met Gen. Roe in the U.S. capital. They spoke.",
             "Mr. Lee met Gen. Roe in the U.S. capital."},
            {"“They met.” Then they spoke.", "“They met.”"},
            {"They met in the\nharbour of Lima. They spoke.", "They met in the harbour of Lima."},
            {"No full stop\n\nNext paragraph", "No full stop"},
            {"Who met? They did.", "Who met?"},
            {many + many + many + many, many + many + "harbour harbour harbour harbour…"},
            {"两位部长会面。他们交谈。", "两位部长会面。"},
            {"* * *", "* * *"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.body);
            const ParsedArticle article = parsed(record("", c.body));
            CHECK(article.analyzed.article.title == c.title);
            CHECK(article.analyzed.article.title_derived);
            CHECK(article.analyzed.article.body ==
                  c.body.substr(0, c.body.find_last_not_of(' ') + 1));
        }
        const ParsedArticle cut = parsed(record("", std::string(1'000'000, 'a')));
        CHECK(cut.analyzed.article.title == std::string(160, 'a') + "…");
    }

    TEST_CASE("a text without fields is read by its layout")
    {
        const ParsedArticle article = parsed(
            text("\xEF\xBB\xBFHarbour Deal Signed\r\n\r\nBy Ann Lee\r\n\r\n8 November 2024\r\n\r\n"
                 "They met in Lima.\r\n\r\nhttps://www.example.org/a\r\n"));
        const Article& a = article.analyzed.article;
        CHECK(a.id == "https://www.example.org/a");
        CHECK(a.title == "Harbour Deal Signed");
        CHECK(a.byline == std::vector<std::string>{"Ann Lee"});
        CHECK(to_string(*a.date) == "2024-11-08");
        CHECK(a.date_rule == "header");
        CHECK(a.source == "example.org");
        CHECK(a.body == "They met in Lima.");
        CHECK(reasons(article).empty());
        CHECK(parsed(text("They met in Lima.")).analyzed.article.id == "a/b.txt");
    }

    TEST_CASE("fields of a text count before its layout")
    {
        RawDocument raw = text("Harbour Deal Signed\n\n8 November 2024\n\nThey met in Lima.");
        raw.date = "2024-11-09";
        raw.source = "Evening Wire";
        const ParsedArticle article = parsed(raw);
        CHECK(to_string(*article.analyzed.article.date) == "2024-11-09");
        CHECK(article.analyzed.article.date_rule == "field");
        CHECK(article.analyzed.article.source == "Evening Wire");
        CHECK(article.analyzed.article.title == "Harbour Deal Signed");
    }

    TEST_CASE("a link in a record's body is not its URL")
    {
        const ParsedArticle article = parsed(record("T", "They met.\n\nhttps://example.org/a"));
        CHECK(article.analyzed.article.url.empty());
        CHECK(article.analyzed.article.body == "They met.\n\nhttps://example.org/a");
    }

    TEST_CASE("a field's headline and the furniture are not repeated in the body")
    {
        const ParsedArticle article =
            parsed(record("A Day in Lima", "A Day in Lima\n\nThey met.\n\nShare this:"));
        CHECK(article.analyzed.article.body == "They met.");
        CHECK(article.analyzed.article.furniture == "Share this:");
    }

    TEST_CASE(
        "furniture of a page comes before that of its text; of a text that is nothing else, "
        "none")
    {
        RawDocument page = record("A Day in Lima", "They met.\n\nShare this:");
        page.furniture = "Related: a night in Lima\n\xFF";
        CHECK(parsed(page).analyzed.article.furniture ==
              "Related: a night in Lima\n\uFFFD\nShare this:");
        const ParsedArticle bare = parsed(record("", "Share this:"));
        CHECK(bare.analyzed.article.body == "Share this:");
        CHECK(bare.analyzed.article.furniture.empty());
    }

    TEST_CASE("day and month in figures are told apart by the URL, else by the language")
    {
        const struct {
            std::string date;
            std::string language;
            std::string url;
            std::string wanted;
        } cases[] = {
            {"03/04/2022", "en", "", ""},
            {"03/04/2022", "en", "https://example.org/2022/04/03/a", "2022-04-03 field"},
            {"03/04/2022", "en", "https://example.org/2022/03/04/a", "2022-03-04 field"},
            {"03/04/2022", "es", "", "2022-04-03 field"},
            {"03.04.2022", "en", "", "2022-04-03 field"},
            {"13/02/2022", "en", "", "2022-02-13 field"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.date);
            CAPTURE(c.url);
            RawDocument raw = record("T", "B");
            raw.language = c.language;
            raw.date = c.date;
            raw.url = c.url;
            const ParsedArticle article = parsed(raw);
            const Article& a = article.analyzed.article;
            CHECK((a.date ? to_string(*a.date) + " " + a.date_rule : "") == c.wanted);
        }
    }

    TEST_CASE("a text's file may be named after its day, a dump's name tells nothing")
    {
        RawDocument raw = text("They met in Lima, and nobody said when.");
        raw.file = "wire/2024-11-08-lima.txt";
        CHECK(parsed(raw).analyzed.article.date_rule == "file-name");
        CHECK(to_string(*parsed(raw).analyzed.article.date) == "2024-11-08");
        raw.file = "wire/2024/11/08/lima.txt";
        CHECK(to_string(*parsed(raw).analyzed.article.date) == "2024-11-08");
        raw.record = 2;
        CHECK_FALSE(parsed(raw).analyzed.article.date);
    }

    TEST_CASE("a date that is still to come and a URL with blanks are told")
    {
        RawDocument raw = record("T", "B");
        raw.date = "2999-01-01";
        raw.url = "https://example.org/a86 944";
        const ParsedArticle article = parsed(raw);
        CHECK(to_string(*article.analyzed.article.date) == "2999-01-01");
        CHECK(article.analyzed.article.url == "https://example.org/a86944");
        CHECK(reasons(article) == "url-repaired future-date");
    }

    TEST_CASE("HTML in fields is read as text, and told")
    {
        RawDocument raw =
            record("Lima&#8217;s <em>ferry</em>", "<p>They met &amp; left.</p>\n<p>B.</p>");
        raw.url = "https://example.org/a?b=1&#038;c=2";
        const ParsedArticle article = parsed(raw);
        CHECK(article.analyzed.article.title == "Lima’s ferry");
        CHECK(article.analyzed.article.body == "They met & left.\n\nB.");
        CHECK(article.analyzed.article.url == "https://example.org/a?b=1&c=2");
        CHECK(reasons(article) == "markup");
    }

    TEST_CASE("a known host is called by its outlet's name")
    {
        RawDocument raw = record("T", "B");
        raw.url = "https://www.themoscowtimes.com/a";
        CHECK(parsed(raw).analyzed.article.source == "The Moscow Times");
        raw.url = "https://news.example.org/a";
        CHECK(parsed(raw).analyzed.article.source == "news.example.org");
    }

    TEST_CASE("each decision has a receipt with its rule and its place")
    {
        const ParsedArticle article =
            parsed(text("Harbour Deal Signed\n\nBy Ann Lee\n\nThey met in Lima.\n\nShare this:"),
                   Receipts::Wanted);
        std::string shown;
        for (const auto& receipt : article.receipts) {
            shown += receipt.field + "=" + receipt.value + " (" + receipt.rule + ") " +
                     std::to_string(receipt.line) + ":" + std::to_string(receipt.begin) + "-" +
                     std::to_string(receipt.end) + "\n";
        }
        CHECK(shown ==
              "title=Harbour Deal Signed (line) 1:0-19\n"
              "byline=Ann Lee (header) 3:21-31\n"
              "furniture=Share this: (table) 7:52-63\n");
        CHECK(parsed(text("Harbour Deal Signed\n\nBy Ann Lee\n\nShare this:")).receipts.empty());
    }

    TEST_CASE("what could not be understood is reported, and the article stays")
    {
        RawDocument raw = record("A \xFF title", "A body \xC3( here");
        raw.countries = {"Atlantis", "peru"};
        const ParsedArticle article = parsed(raw);
        CHECK(article.analyzed.article.title == "A \uFFFD title");
        CHECK(marks(article) == "C:PE<peru");
        CHECK(reasons(article) == "unknown-country invalid-utf8");
        CHECK(article.notices[0].message == "'Atlantis' is no country that is known");
        CHECK(article.notices[1].message == "bytes that are not UTF-8, replaced in 2 places");
    }

    TEST_CASE("an article needs a headline or a body")
    {
        for (const std::string blank : {"", " ", "\r\n\r\n", "\xEF\xBB\xBF", "\u00A0\n"}) {
            for (const auto& raw : {record(blank, blank), text(blank)}) {
                const auto result = parse_article(raw);
                REQUIRE_FALSE(result);
                CHECK(result.error().kind == ErrorKind::InputFormat);
                CHECK(result.error().message == "neither headline nor body");
            }
        }
        CHECK(parsed(record("Only a headline", "")).analyzed.article.title == "Only a headline");
        CHECK_FALSE(parsed(record("Only a headline", "")).analyzed.article.title_derived);
    }

    TEST_CASE("hostile records are read")
    {
        RawDocument raw = record(std::string(1'000'000, '('), std::string(1'000'000, '\xFF'));
        raw.date = std::string(1'000'000, '1');
        raw.url = "http://" + std::string(1'000'000, ' ') + "a";
        raw.byline.assign(1'000, "By " + std::string(100, ','));
        raw.id = std::string(1'000'000, 'x');
        for (int n = 0; n < 2'000; ++n) { raw.people.push_back("p" + std::to_string(n)); }
        const ParsedArticle article = parsed(raw);
        CHECK(article.analyzed.mentions.size() == 2'000);
        CHECK(article.analyzed.article.url == "http://a");
        CHECK(reasons(article) == "url-repaired bad-date invalid-utf8");
    }
}
