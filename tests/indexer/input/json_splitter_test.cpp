#include "indexer/input/json_splitter.hpp"

#include "tests/support/dump_reading.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>

using namespace dateline::indexer;
using dateline::tests::PortionSource;

namespace {

/// The pieces as "line:byte:text", or what they are instead, with | between.
std::string pieces_of(std::string_view dump, std::size_t portion, bool fails = false)
{
    PortionSource source{dump, portion, fails};
    JsonSplitter splitter{source};
    std::string result;
    while (const auto piece = splitter.next()) {
        result += result.empty() ? "" : "|";
        result += std::to_string(piece->line) + ':' + std::to_string(piece->byte) + ':';
        switch (piece->kind) {
            case JsonPiece::Kind::Value:
                result += piece->text;
                break;
            case JsonPiece::Kind::TooLong:
                result += "too long";
                break;
            case JsonPiece::Kind::OpenArray:
                result += "open";
                break;
            case JsonPiece::Kind::Rest:
                result += "rest";
                break;
        }
    }
    return result;
}

}  // namespace

TEST_SUITE("indexer/input/json_splitter")
{
    TEST_CASE("lines and values are cut, with the places where they begin")
    {
        const struct {
            std::string_view dump;
            std::string_view pieces;
        } cases[] = {
            {"", ""},
            {"\n \n\t\r\n", ""},
            {"{}\n{}\n", "1:0:{}|2:3:{}"},
            {"{}\r\n{}", "1:0:{}|2:4:{}"},
            {"\xef\xbb\xbf{}\n\xef\xbb\xbf{}\n", "1:3:{}|2:6:{}"},
            {"{}\n\n  x  \n{}", "1:0:{}|3:4:x|4:10:{}"},
            {"[]\n", ""},
            {"[1]\n[2]\n", "1:0:[1]|2:4:[2]"},
            {"[{},{}]", "1:1:{}|1:4:{}"},
            {"[\n{\"a\":1},\n{\"b\":2}\n]\n", "2:2:{\"a\":1}|3:11:{\"b\":2}"},
            {" \n[ {\n\"a\": [1,\n2]}\n,{}]", "2:4:{\n\"a\": [1,\n2]}|5:20:{}"},
            {"[{},3,\"x,y\",{}]", "1:1:{}|1:4:3|1:6:\"x,y\"|1:12:{}"},
            {"[{},{}", "1:1:{}|1:4:{}|1:6:open"},
            {R"({"n":2,"items":[{"id":1,"text":"a"},{}],"x":1})",
             R"(1:16:{"id":1,"text":"a"}|1:36:{})"},
            {R"({"hits":{"hits":[{"id":1,"text":"a"}]},"y":[{}]})",
             R"(1:17:{"id":1,"text":"a"}|1:44:rest)"},
            {"{\"x\":1,\"items\":[{\"id\":1,\"text\":\"a\"}]}\n{}",
             "1:0:{\"x\":1,\"items\":[{\"id\":1,\"text\":\"a\"}]}|2:38:{}"},
            {R"({"items":[{"id":1,"text":"a"})", R"(1:10:{"id":1,"text":"a"}|1:29:open)"},
            {"[{}] tail", "1:1:{}|1:5:tail"},
            {"[{\"a\":1,{}]", "1:1:{\"a\":1,|1:8:{}"},
            {"{\n\"a\": 1\n}\n{\n}\n", "1:0:{\n\"a\": 1\n}|4:11:{\n}"},
            {"{ \r\n}\r\n", "1:0:{ \r\n}"},
        };
        for (const auto& c : cases) {
            for (const std::size_t portion : {std::size_t{1}, std::size_t{7}, std::size_t{4096}}) {
                CAPTURE(c.dump);
                CAPTURE(portion);
                CHECK(pieces_of(c.dump, portion) == c.pieces);
            }
        }
    }

    TEST_CASE("any bytes are cut in the same way whatever the portions, and none is lost")
    {
        constexpr std::string_view kAlphabet = "{}[]\",:\\\n\r a1";
        std::mt19937 random{17};
        for (int round = 0; round < 1000; ++round) {
            std::string dump = round % 2 == 0 ? "[{" : "";
            for (std::size_t size = random() % 60; size > 0; --size) {
                dump += kAlphabet[random() % kAlphabet.size()];
            }
            CAPTURE(dump);
            const std::string pieces = pieces_of(dump, 4096);
            CHECK(pieces == pieces_of(dump, 1));
            const auto letters = std::count(dump.begin(), dump.end(), 'a');
            CHECK(std::count(pieces.begin(), pieces.end(), 'a') == letters);
        }
    }

    TEST_CASE("what a failure cuts off is left out")
    {
        CHECK(pieces_of("{}\n{\"a\"", 4096, true) == "1:0:{}");
        CHECK(pieces_of("[{},{\"a\"", 4096, true) == "1:1:{}");
        CHECK(pieces_of("[{},", 4096, true) == "1:1:{}");
        CHECK(pieces_of("{}\n{}\n{}\n", 4096, true) == "1:0:{}|2:3:{}|3:6:{}");
    }

    TEST_CASE("what is too long is passed over, and its neighbours are not")
    {
        const std::string filler(kMaxJsonBytes + 100, 'x');
        const auto lines = "{}\n\"" + filler + "\"\n{}\n";
        const auto last = std::to_string(filler.size() + 6);
        CHECK(pieces_of(lines, 1 << 20) == "1:0:{}|2:3:too long|3:" + last + ":{}");
        const auto array = "[{},{\"a\":\"" + filler + "\"},\n{}]";
        CHECK(pieces_of(array, 1 << 20) ==
              "1:1:{}|1:4:too long|2:" + std::to_string(filler.size() + 14) + ":{}");
    }

    TEST_CASE("the longest text that is let through is let through whole")
    {
        const std::string line(kMaxJsonBytes, 'x');
        CHECK(pieces_of(line + "\n{}", 1 << 20) ==
              "1:0:" + line + "|2:" + std::to_string(line.size() + 1) + ":{}");
    }
}
