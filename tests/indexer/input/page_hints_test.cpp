#include "indexer/input/page_hints.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace dateline::indexer;

TEST_SUITE("indexer/input/page_hints")
{
    TEST_CASE("words of names are told apart by signs and capitals, alone and in pairs")
    {
        const struct {
            std::string_view names;
            Hints hints;
        } cases[] = {
            {"entry-content", kBodyHint},
            {"post__content clearfix", kBodyHint},
            {"articleBody", kBodyHint},
            {"RichTextStoryBody", kBodyHint},
            {"storybody", kBodyHint},
            {"related-posts", kJunkHint | kOutsideHint},
            {"commentlist", kOutsideHint},
            {"commentary", 0},
            {"wp-caption-text", kCaptionHint},
            {"entry-date", kDateHint},
            {"lo-mas-leido", kJunkHint},
            {"visually-hidden", kHiddenHint},
            {"css-1hkx7p a b", 0},
            {"navigate", 0},
            {"", 0},
            {"123 -- __", 0},
        };
        for (const auto& c : cases) {
            CAPTURE(c.names);
            CHECK(hints_in(c.names) == c.hints);
        }
        CHECK(hints_in(std::string(1'000'000, 'a') + " comments") == 0);
    }

    TEST_CASE("an element is what its name, role, style and attributes say together")
    {
        const struct {
            std::string_view html;
            Hints hints;
        } cases[] = {
            {"<nav>x</nav>", kOutsideHint},
            {"<div role=navigation>x</div>", kOutsideHint},
            {"<div itemprop=articleBody>x</div>", kBodyHint},
            {"<div style='color: red; display: none'>x</div>", kHiddenHint},
            {"<div style=VISIBILITY:hidden>x</div>", kHiddenHint},
            {"<div hidden>x</div>", kHiddenHint},
            {"<div id=comments class=entry-content>x</div>", kOutsideHint | kBodyHint},
            {"<p>x</p>", 0},
        };
        for (const auto& c : cases) {
            CAPTURE(c.html);
            const HtmlTree tree = parse_html(c.html);
            const xmlNode* node = root_of(tree);
            while (node != nullptr && (is_named(node, "html") || is_named(node, "body"))) {
                node = next_node(node);
            }
            REQUIRE(node != nullptr);
            CHECK(hints_of(node) == c.hints);
        }
    }
}
