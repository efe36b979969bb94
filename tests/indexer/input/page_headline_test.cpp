#include "indexer/input/page_headline.hpp"

#include <doctest/doctest.h>

using namespace dateline::indexer;

namespace {

std::string headline_of(std::string_view html, std::vector<std::string> stated,
                        std::string_view site = "")
{
    const HtmlTree tree = parse_html(html);
    const PageBlocks page = read_blocks(root_of(tree));
    const PageHeadline headline = find_headline(page, stated, site);
    return headline.text + (headline.block ? "@" + std::to_string(*headline.block) : "");
}

}  // namespace

TEST_SUITE("indexer/input/page_headline")
{
    TEST_CASE("the block that says what was stated is the headline")
    {
        const struct {
            std::string_view html;
            std::vector<std::string> stated;
            std::string_view headline;
        } cases[] = {
            {"<p>x<h1>A bridge opens</h1>", {"A bridge opens | The Post"}, "A bridge opens@1"},
            {"<h1>The Post</h1><h2>A bridge opens</h2>", {"A bridge opens"}, "A bridge opens@1"},
            {"<p><a href=x>A bridge opens</a><h2>A Bridge Opens</h2>",
             {"A bridge opens"},
             "A Bridge Opens@1"},
            {"<h2><a href=x>A bridge opens</a></h2>", {"A bridge opens"}, "A bridge opens@0"},
            {"<b>A bridge opens</b>", {"Post: A bridge opens"}, "A bridge opens@0"},
            {"<h1>Roads A bridge opens</h1>", {"A bridge opens"}, "A bridge opens@0"},
            {"<h1>Something else happens</h1>", {"A bridge opens"}, "Something else happens@0"},
            {"<h1>One of two is long</h1><h1>Two of two is long</h1>",
             {"A bridge opens"},
             "A bridge opens"},
            {"<h1>News</h1>", {"News of a bridge that opens"}, "News of a bridge that opens"},
            {"<p>x", {}, ""},
            {"<p>x", {"", "A bridge opens"}, "A bridge opens"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.html);
            CHECK(headline_of(c.html, c.stated) == c.headline);
        }
    }

    TEST_CASE("without a block, the names of site and section are cut off")
    {
        const struct {
            std::string_view stated;
            std::string_view site;
            std::string_view headline;
        } cases[] = {
            {"A bridge opens in the north - The Post", "", "A bridge opens in the north"},
            {"A bridge opens in the north | Roads | The Post", "", "A bridge opens in the north"},
            {"The Post: A bridge", "The Post", "The Post: A bridge"},
            {"The Post - A bridge opens", "The Post", "A bridge opens"},
            {"A bridge | The Post of the North", "The Post of the North", "A bridge"},
            {"A well-known bridge opens", "", "A well-known bridge opens"},
            {"Up - and down again, and up", "", "Up - and down again, and up"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.stated);
            CHECK(headline_of("<p>x", {std::string{c.stated}}, c.site) == c.headline);
        }
    }
}
