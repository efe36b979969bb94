#include "indexer/field_markup.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::indexer::text_of_markup;

TEST_SUITE("indexer/field_markup")
{
    TEST_CASE("HTML in a field becomes text")
    {
        const struct {
            std::string field;
            std::string text;
        } cases[] = {
            {"Russia&#8217;s ferry &amp; its piano", "Russia’s ferry & its piano"},
            {"Twice: &amp;#8217; &amp;amp;", "Twice: ’ &"},
            {"<em>Ferry</em> returns", "Ferry returns"},
            {"One line<br>another<BR/>third", "One line\nanother\nthird"},
            {"<p>First\nline.</p>\n<p>Second.</p>", "\n\nFirst line.\n\n \n\nSecond.\n\n"},
            {"Kept\nlines of <b>bold</b> text", "Kept\nlines of bold text"},
            {"<p>Text.</p><script>var a = \"<p>\";</script><style>p {}</style>", "\n\nText.\n\n"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.field);
            const auto text = text_of_markup(c.field);
            REQUIRE(text);
            CHECK(*text == c.text);
        }
    }

    TEST_CASE("what merely looks like it is text already")
    {
        for (const std::string field : {"", "A headline", "Sprint <S> and General Motors <GM> rose",
                                        "a < b and c > d", "AT&T; it said", "R&D & more", "<p>",
                                        "<http://example.org/a>", "I </3 it", "</unknown>"}) {
            CAPTURE(field);
            CHECK_FALSE(text_of_markup(field));
        }
    }
}
