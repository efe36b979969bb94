#include "indexer/input/page_blocks.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace dateline::indexer;

namespace {

/// The blocks of a page: "[a] [b]", headings with their level, lines behind a <br> with a /.
std::string blocks_of(std::string_view html)
{
    const HtmlTree tree = parse_html(html);
    const PageBlocks page = read_blocks(root_of(tree));
    std::string text;
    for (const PageBlock& block : page.blocks) {
        text += text.empty() ? "" : " ";
        text += block.line ? "/" : "";
        text += block.heading != 0 ? "h" + std::to_string(block.heading) : "";
        text += block.item ? "*" : "";
        text += "[" + block.text + "]";
    }
    return text;
}

}  // namespace

TEST_SUITE("indexer/input/page_blocks")
{
    TEST_CASE("text is cut at blocks and line ends, not at elements in the line")
    {
        const struct {
            std::string_view html;
            std::string_view blocks;
        } cases[] = {
            {"<p>a <b>b</b>\n c<p>d", "[a b c] [d]"},
            {"a<br>b<br><br>c", "[a] /[b] [c]"},
            {"<div>a<div>b</div>c</div>", "[a] [b] [c]"},
            {"<h2>a</h2>b<div role=heading aria-level=1>c</div>", "h2[a] [b] h1[c]"},
            {"<ul><li>a<li>b</ul>c", "*[a] *[b] [c]"},
            {"<p>a<script>b</script>c<style>d</style></p><noscript>e</noscript>", "[a c]"},
            {"<p>a <span class=sr-only>hidden</span> b", "[a b]"},
            {"<p>a&nbsp;b\xe3\x80\x80 c", "[a b c]"},
            {"<div>text <span class=date>May 2</span> more</div>", "[text] [May 2] [more]"},
            {"<p>text of <span class=date>May 2</span> more</p>", "[text of May 2 more]"},
            {"<my-element>a</my-element>b", "[a] [b]"},
            {"<table><tr><td>a<td>b</table>", "[a] [b]"},
            {"", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.html);
            CHECK(blocks_of(std::string{"<html><body>"} + std::string{c.html}) == c.blocks);
        }
    }

    TEST_CASE("letters and links are counted; a letter of Chinese says as much as three")
    {
        const HtmlTree tree = parse_html("<p>ab <a href=x>c d</a><p>\xe6\xa1\xa5\xe6\xa2\x81");
        const PageBlocks page = read_blocks(root_of(tree));
        REQUIRE(page.blocks.size() == 2);
        CHECK(page.blocks[0].letters == 4);
        CHECK(page.blocks[0].linked == 2);
        CHECK(page.blocks[1].letters == 6);
    }

    TEST_CASE("parts lie inside each other, with their blocks")
    {
        const HtmlTree tree = parse_html("<div>a<p>b</p><p>c</p></div><img><p>d");
        const PageBlocks page = read_blocks(root_of(tree));
        CHECK(page.parts.front().last == 4);
        CHECK(page.parts.front().end == page.parts.size());
        CHECK(page.parts.front().image);
        for (std::uint32_t at = 1; at < page.parts.size(); ++at) {
            const PagePart& part = page.parts[at];
            const PagePart& above = page.parts[part.parent];
            CHECK(part.parent < at);
            CHECK(part.end <= above.end);
            CHECK(part.first >= above.first);
            CHECK(part.last <= above.last);
        }
    }
}
