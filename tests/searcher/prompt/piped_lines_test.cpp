#include "searcher/prompt/line_reader.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace dateline::searcher;

TEST_SUITE("searcher/prompt/piped_lines")
{
    TEST_CASE("lines come one by one, the last one without its end, too long ones cut")
    {
        std::istringstream in{"one\n\n" + std::string(kMaxLineBytes + 10, 'x') + "\nlast"};
        const auto lines = piped_lines(in);
        std::string line;
        REQUIRE(lines->read(line) == LineEnd::Line);
        CHECK(line == "one");
        REQUIRE(lines->read(line) == LineEnd::Line);
        CHECK(line.empty());
        REQUIRE(lines->read(line) == LineEnd::Line);
        CHECK(line == std::string(kMaxLineBytes, 'x'));
        REQUIRE(lines->read(line) == LineEnd::Line);
        CHECK(line == "last");
        CHECK(lines->read(line) == LineEnd::Over);
    }
}
