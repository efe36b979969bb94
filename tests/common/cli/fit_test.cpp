#include "common/cli/fit.hpp"

#include "tests/support/tame.hpp"

#include <doctest/doctest.h>

using dateline::cli::fitted;

TEST_SUITE("common/cli/fit")
{
    TEST_CASE("what does not fit goes on under its column, at a blank")
    {
        const struct {
            std::string text;
            std::string lines;
        } cases[] = {
            {"", ""},
            {"short\n\nlines\n", "short\n\nlines\n"},
            {"no break", "no break\n"},
            {"a text that is longer than twenty\n", "a text that is\n  longer than twenty\n"},
            {"  a   what it is good for\n", "  a   what it is\n      good for\n"},
            {"  a  b  one two three four\n", "  a  b  one two\n        three four\n"},
            {"  ab  cdefghijklm  no pqr st\n", "  ab  cdefghijklm\n      no pqr st\n"},
            {"  a   https://example.org/too/long for\n",
             "  a   https://example.org/too/long\n      for\n"},
            {"aaa bbb \n", "aaa bbb\n"},
            {"           fits here\n", "           fits here\n"},
            {"           it goes on far\n", "      it goes on far\n"},
            {"  a   東京 東京 東京 東京\n", "  a   東京 東京 東京\n      東京\n"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(fitted(c.text, 20) == c.lines);
        }
    }

    TEST_CASE("no width breaks it, and none loses a word")
    {
        const std::string text = "  name   .a .b   what it is, and what it is not\n";
        for (std::size_t columns = 1; columns < 60; ++columns) {
            CAPTURE(columns);
            std::string joined = fitted(text, columns);
            if (columns >= 20) { CHECK(dateline::tests::widest_line(joined) <= columns); }
            std::string words = text;
            std::erase_if(joined, [](char c) { return c == ' ' || c == '\n'; });
            std::erase_if(words, [](char c) { return c == ' ' || c == '\n'; });
            CHECK(joined == words);
        }
    }
}
