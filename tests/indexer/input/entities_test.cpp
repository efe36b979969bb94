#include "indexer/input/entities.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::indexer::decode_entities;

TEST_SUITE("indexer/input/entities")
{
    TEST_CASE("names and numbers stand for their characters")
    {
        const struct {
            std::string text;
            std::string decoded;
        } cases[] = {
            {"", ""},
            {"no reference & none; here", "no reference & none; here"},
            {"Tom &amp; Ana &lt;b&gt; &quot;x&quot; &apos;y&apos;", "Tom & Ana <b> \"x\" 'y'"},
            {"Mart&iacute;n Pe&ntilde;a &laquo;s&iacute;&raquo;", "Martín Peña «sí»"},
            {"a&nbsp;b&hyph;c&thetasym;", "a b-cϑ"},
            {"caf&#233; caf&#xe9; &#XE9; &#128512;", "café café é 😀"},
            {"don&#146;t &#147;go&#148; &#150; &#128;5", "don’t “go” – €5"},
            {"a&#0;b&#27;c&#10;d", "abc\nd"},
            {"&#1114112; &#xd800; &#; &#x; &#-5; &; &unknown; &amp &AMP;",
             "&#1114112; &#xd800; &#; &#x; &#-5; &; &unknown; &amp &AMP;"},
            {"&amp;lt;", "&lt;"},
            {"&averylongname; &", "&averylongname; &"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(decode_entities(c.text) == c.decoded);
        }
    }
}
