#include "searcher/prompt/history_file.hpp"

#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>

using namespace dateline::searcher;
using dateline::tests::Sandbox;
using Lines = std::vector<std::string>;

TEST_SUITE("searcher/prompt/history_file")
{
    TEST_CASE("lines come back in their order, from a file for its owner alone")
    {
        const Sandbox sandbox;
        const std::string path = sandbox.at("state/dateline/history");
        const HistoryFile history{path};
        CHECK(history.read().empty());
        history.add("first");
        history.add("señor NEAR/3 visita");
        history.add("two\nlines");
        CHECK(HistoryFile{path}.read() == Lines{"first", "señor NEAR/3 visita"});
        CHECK(std::filesystem::status(path).permissions() ==
              (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
        const HistoryFile nowhere{""};
        nowhere.add("x");
        CHECK(nowhere.read().empty());
    }

    TEST_CASE("what could harm a terminal is not read back")
    {
        const Sandbox sandbox;
        const std::string path =
            sandbox.write("history", "good\n\x1b[31mred\n\xff\xfe\n\nbidi \u202e\n" +
                                         std::string(20'000, 'x') + "\nlast");
        CHECK(HistoryFile{path}.read() == Lines{"good", "last"});
    }

    TEST_CASE("the last lines count, and a long file is made shorter")
    {
        const Sandbox sandbox;
        std::string text;
        for (int i = 0; i < 2500; ++i) { text += "line " + std::to_string(i) + '\n'; }
        const std::string path = sandbox.write("history", text);
        const Lines lines = HistoryFile{path}.read();
        REQUIRE(lines.size() == kHistoryLines);
        CHECK(lines.front() == "line 1500");
        CHECK(lines.back() == "line 2499");
        std::ifstream file{path};
        CHECK(std::count(std::istreambuf_iterator<char>{file}, {}, '\n') == 1000);
        CHECK(HistoryFile{path}.read() == lines);
    }
}
