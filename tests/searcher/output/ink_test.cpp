#include "searcher/output/ink.hpp"

#include "tests/support/tame.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace dateline::searcher;

namespace {

std::string line_of(const InkedText& text, bool colour)
{
    std::ostringstream out;
    text.write_line(out, colour);
    return out.str();
}

InkedText marked(std::string_view text, std::vector<InkedMark> marks)
{
    InkedText out;
    out.append_marked(text, marks, Ink::Plain);
    return out;
}

}  // namespace

TEST_SUITE("searcher/output/ink")
{
    TEST_CASE("marks are coloured, and without colours nothing shows where they are")
    {
        const InkedText text = marked("to Caracas again", {{{3, 10}, Ink::Match}});
        CHECK(line_of(text, false) == "to Caracas again\n");
        CHECK(line_of(text, true) == "to \x1b[1;31mCaracas\x1b[0m again\n");
    }

    TEST_CASE("marks stay on their words where characters before them were made visible")
    {
        const InkedText text = marked("\x1b[2J\u202Eab cd", {{{8, 9}, Ink::Match}});
        CHECK(line_of(text, true) == "\\u{1B}[2J\\u{202E}a\x1b[1;31mb\x1b[0m cd\n");
    }

    TEST_CASE("a piece of it has the colours that it has in the whole")
    {
        const InkedText text = marked("to Caracas again", {{{3, 10}, Ink::Person}});
        const struct {
            std::size_t begin;
            std::size_t end;
            const char* written;
        } cases[] = {
            {0, 2, "to"},
            {0, 0, ""},
            {3, 10, "\x1b[35mCaracas\x1b[0m"},
            {5, 7, "\x1b[35mra\x1b[0m"},
            {8, 12, "\x1b[35mas\x1b[0m a"},
            {10, 16, " again"},
        };
        for (const auto& c : cases) {
            std::ostringstream out;
            text.write(out, c.begin, c.end, true);
            CHECK(out.str() == c.written);
        }
    }

    TEST_CASE("cutting shortens text and colours, and says that there was more")
    {
        InkedText text = marked("to Caracas again", {{{3, 10}, Ink::Person}});
        text.cut(16);
        CHECK(text.text() == "to Caracas again");
        text.cut(6);
        CHECK(text.text() == "to Ca…");
        CHECK(line_of(text, true) == "to \x1b[35mCa\x1b[0m\x1b[2m…\x1b[0m\n");
        text.cut(0);
        CHECK(line_of(text, false) == "…\n");
    }

    TEST_CASE("blanks at the end of a line are not written")
    {
        InkedText text{"a"};
        text.pad(20);
        CHECK(text.text().size() == 20);
        CHECK(line_of(text, false) == "a\n");
        CHECK(line_of(InkedText{}, true) == "\n");
    }
}
