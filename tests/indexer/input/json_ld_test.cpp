#include "indexer/input/json_ld.hpp"

#include <doctest/doctest.h>

using namespace dateline::indexer;

TEST_SUITE("indexer/input/json_ld")
{
    TEST_CASE("the article is found wherever it is")
    {
        const std::string article =
            R"({"@type":["NewsArticle","Thing"],"headline":"A","datePublished":"2020-01-02"})";
        const struct {
            std::string script;
            std::string_view headline;
        } cases[] = {
            {article, "A"},
            {"[{\"@type\":\"WebSite\",\"headline\":\"x\"}," + article + "]", "A"},
            {"{\"@graph\":[{\"@type\":\"Person\"}," + article + "]}", "A"},
            {"{\"@type\":\"WebPage\",\"mainEntity\":" + article + "}", "A"},
            {"{\"@type\":\"JobPosting\",\"headline\":\"x\"}", ""},
            {"{\"@type\":\"NewsArticle\",\"headline\":\"A\nB\"}", "A B"},
            {"{\"@type\":\"NewsArticle\",\"headline\":{}}", ""},
            {"{\"@type\":\"NewsArticle\",", ""},
            {"", ""},
            {std::string(100'000, '['), ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.script.substr(0, 200));
            StatedArticle stated;
            read_json_ld(c.script, stated);
            CHECK(stated.headline == c.headline);
        }
    }

    TEST_CASE("authors and publishers may be texts, objects, lists, or named elsewhere")
    {
        StatedArticle stated;
        read_json_ld(R"({"@graph":[{"@type":"Article","headline":"A","author":[{"name":"B C"},"D E",
            {"@id":"#p"},{"@id":"#q"}],"publisher":{"@id":"#o"}},{"@id":"#p","name":"F G"},
            {"@id":"#o","name":"The Post"}]})",
                     stated);
        CHECK(stated.authors == std::vector<std::string>{"B C", "D E", "F G"});
        CHECK(stated.publisher == "The Post");
    }

    TEST_CASE("a second script adds what the first one lacks")
    {
        StatedArticle stated;
        read_json_ld(R"({"@type":"Article","headline":"A"})", stated);
        read_json_ld(R"({"@type":"Article","headline":"B","datePublished":"2020"})", stated);
        CHECK(stated.headline == "A");
        CHECK(stated.date == "2020");
    }
}
