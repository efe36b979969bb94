#include "indexer/input/main_text.hpp"

#include <doctest/doctest.h>

using namespace dateline::indexer;

namespace {

const std::string kOne =
    "<p>The bridge over the river was opened on Friday, after nine years and four mayors, of whom "
    "one came.</p>";
const std::string kTwo = "<p>Nobody had thought that it would take so long, said the mayor.</p>";
const std::string kThree = "<p>The ferry goes on until the spring, and then it will be sold.</p>";

std::string text_of(const std::string& html, std::optional<std::uint32_t> headline = {})
{
    const HtmlTree tree = parse_html(html);
    PageBlocks page = read_blocks(root_of(tree));
    std::string text = find_main_text(page, headline).text;
    // The three paragraphs by their numbers.
    int number = 0;
    for (const std::string* paragraph : {&kOne, &kTwo, &kThree}) {
        ++number;
        const std::string bare = paragraph->substr(3, paragraph->size() - 7);
        for (auto at = text.find(bare); at != std::string::npos; at = text.find(bare, at)) {
            text.replace(at, bare.size(), std::to_string(number));
        }
    }
    return text;
}

}  // namespace

TEST_SUITE("indexer/input/main_text")
{
    TEST_CASE("the article, and nothing around or between")
    {
        const std::string all = kOne + kTwo + kThree;
        const struct {
            std::string what;
            std::string html;
            std::string text;
        } cases[] = {
            {"plain", all, "1\n\n2\n\n3"},
            {"a menu", "<nav>" + kTwo + "</nav><div>" + kOne + kThree + "</div>", "1\n\n3"},
            {"a wrapper that is called a sidebar", "<div class=with-sidebar>" + all + "</div>",
             "1\n\n2\n\n3"},
            {"comments longer than the text",
             "<div>" + kOne + "</div><div id=comments>" + kTwo + kThree + "</div>", "1"},
            {"each paragraph in a box of its own",
             "<main><div><div>" + kOne + "</div></div><div><div>" + kTwo +
                 "</div></div><div><div>" + kThree + "</div></div></main>",
             "1\n\n2\n\n3"},
            {"lines and empty lines",
             "<div>The bridge was opened on Friday, after nine years of digging and "
             "waiting.<br><br>"
             "It had been thought that two would do, as a mayor said.<br>He smiled and went "
             "away.</div>",
             "The bridge was opened on Friday, after nine years of digging and waiting.\n\n"
             "It had been thought that two would do, as a mayor said.\nHe smiled and went away."},
            {"headings that lead somewhere",
             "<div>" + kOne + "<h2>Why</h2>" + kTwo +
                 "<h2>Related</h2><ul><li><a href=x>y</a></ul></div>",
             "1\n\nWhy\n\n2"},
            {"lists and quotations",
             "<div>" + kOne + "<ul><li>tolls<li>lamps</ul><blockquote>Long!</blockquote>" + kTwo +
                 "</div>",
             "1\n\ntolls\n\nlamps\n\nLong!\n\n2"},
            {"read more",
             "<div>" + kOne + "<p>Read more: the ferry</p><p><a href=x>A road</a></p>" + kTwo +
                 "</div>",
             "1\n\n2"},
            {"a caption",
             "<div>" + kOne + "<figure><img><figcaption>" + kTwo + "</figcaption></figure>" +
                 kThree + "</div>",
             "1\n\n3"},
            {"a table in a figure",
             "<div>" + kOne + "<figure><table><tr><td>tolls<td>two</table></figure>" + kTwo +
                 "</div>",
             "1\n\ntolls\n\ntwo\n\n2"},
            {"author and day",
             "<div>" + kOne + "<div>By Ann Lee</div><div>May 2, 2020</div>" + kTwo + "</div>",
             "1\n\n2"},
            {"twice, for two screens", "<div>" + kOne + kTwo + kOne + kThree + "</div>",
             "1\n\n2\n\n3"},
            {"teasers beside it",
             "<div>" + kOne + kTwo +
                 "</div><div><h3><a href=x>Something else that happened</a></h3>" + kThree +
                 "</div>",
             "1\n\n2"},
            {"nothing", "<ul><li><a href=x>a</a></ul>", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            CHECK(text_of("<html><body>" + c.html) == c.text);
        }
    }

    TEST_CASE("what stands before the headline is not the article; what follows it closely is")
    {
        CHECK(text_of("<div>" + kOne +
                          "</div><h1>H</h1><h2>The mayor opens a bridge over it</h2>"
                          "<div>by</div><div class=entry-content>" +
                          kTwo + kThree + "</div>",
                      1) == "The mayor opens a bridge over it\n\n2\n\n3");
        // Most of the prose before it: it is the headline of something else.
        CHECK(text_of("<div>" + kOne + kTwo + kThree + "</div><h1>H</h1><p>x", 3) == "1\n\n2\n\n3");
    }

    TEST_CASE("short blocks behind the headline that are not in the text are kept beside it")
    {
        const std::string html = "<nav><p>World</p></nav><h1>Bridge opens</h1>" + kOne +
                                 "<p>Read more: <a href=/x>a ferry</a></p>" + kTwo + kThree +
                                 "<div id=newsletter><p>Our letter, each Friday</p></div>"
                                 "<footer><p>Our letter, each Friday</p><p>" +
                                 std::string(2000, 'x') + "</p><p>Imprint</p></footer>";
        const HtmlTree tree = parse_html(html);
        PageBlocks page = read_blocks(root_of(tree));
        CHECK(find_main_text(page, 1).furniture ==
              "Read more: a ferry\nOur letter, each Friday\nImprint");
    }

    TEST_CASE("a page of any size takes time by its size")
    {
        std::string deep;
        for (int n = 0; n < 200; ++n) { deep += "<div class=a>" + kOne; }
        std::string wide;
        for (int n = 0; n < 20'000; ++n) { wide += "<div>" + kTwo + "</div>"; }
        for (const std::string& html : {deep, wide}) {
            const HtmlTree tree = parse_html(html);
            PageBlocks page = read_blocks(root_of(tree));
            CHECK(find_main_text(page, {}).letters > 0);
        }
    }
}
