#include "benchmarks/quality/gold.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::quality;

using List = std::vector<std::string>;

TEST_SUITE("benchmarks/quality/gold")
{
    TEST_CASE("what the gold does not say is not scored, null is none")
    {
        const auto gold = parse_gold(
            R"([{"file": "a.txt", "title": "T", "date": null, "author": null, "publisher": "P",
                 "people": ["Ann Lee"], "people_credit_only": ["Bob Ray"], "editor": "x"},
                {"id": 7, "html": "<p>x</p>", "author": ["A", "B"], "countries": {"Peru": 2}},
                {"id": "p", "html": "pages/p.html", "title": 5}])");
        REQUIRE(gold);
        REQUIRE(gold->size() == 3);
        const GoldArticle& first = (*gold)[0];
        CHECK(first.file == "a.txt");
        CHECK(first.title == "T");
        CHECK(first.date == "");
        CHECK(first.url == std::nullopt);
        CHECK(first.source == "P");
        CHECK(first.byline == List{});
        CHECK(first.people == List{"Ann Lee"});
        CHECK(first.people_not_scored == List{"Bob Ray"});
        CHECK(first.countries == std::nullopt);
        const GoldArticle& second = (*gold)[1];
        CHECK(second.id == "7");
        CHECK(second.html == "<p>x</p>");
        CHECK(second.file.empty());
        CHECK(second.byline == List{"A", "B"});
        CHECK(second.countries == List{"Peru"});
        const GoldArticle& third = (*gold)[2];
        CHECK(third.html.empty());
        CHECK(third.file == "pages/p.html");
        CHECK(third.title == std::nullopt);
    }

    TEST_CASE("a record that is read does not hold the gold")
    {
        const auto gold = parse_gold(
            R"({"id":"1","body":"Rain fell.","people":["ann-lee"],"Countries":["peru"],"places":["x"],"dateline":"LIMA, May 2 -"})"
            "\n\n"
            R"({"id":"2","body":"B","persons":["c"]})"
            "\r\n");
        REQUIRE(gold);
        REQUIRE(gold->size() == 2);
        CHECK((*gold)[0].record == R"({"id":"1","body":"Rain fell.","dateline":"LIMA, May 2 -"})");
        CHECK((*gold)[1].record == R"({"id":"2","body":"B"})");
    }

    TEST_CASE("hostile gold is refused or read, never more")
    {
        for (const std::string& bad :
             {std::string{"["}, std::string{"{"}, std::string{"[1]"}, std::string{"\"a\""},
              std::string{"{}\nnull"}, std::string{"{}\n{]"}, std::string{"\xff"},
              std::string(100000, '['), "{\"a\":" + std::string(100000, '['),
              std::string{"{\"a\":\"\\ud800\"}"}, std::string(1 << 20, 'x')}) {
            CAPTURE(bad.substr(0, 20));
            const auto gold = parse_gold(bad);
            REQUIRE_FALSE(gold);
            CHECK(gold.error().kind == ErrorKind::InputFormat);
        }
        for (const std::string good :
             {"", " \n\r\n", "[]", "{}", "{\"people\":3,\"countries\":null,\"id\":[1]}"}) {
            CAPTURE(good);
            CHECK(parse_gold(good));
        }
        CHECK(parse_gold("{\"id\":\"" + std::string(1 << 20, 'x') + "\"}"));
    }

    TEST_CASE("slugs are small letters and hyphens")
    {
        for (const char* slug : {"quill", "ann-lee", "g7"}) { CHECK(is_slug(slug)); }
        for (const char* other : {"", "US", "Ann Lee", "gomez_i", "gómez"}) {
            CHECK_FALSE(is_slug(other));
        }
    }
}
