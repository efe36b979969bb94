#include "indexer/input/format.hpp"
#include "tests/support/dump_reading.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace dateline::indexer;
using namespace dateline::tests;
using namespace std::string_literals;

namespace dateline::indexer {
extern const Format jsonl_format;
}

namespace {

std::string records_of(std::string_view dump, std::size_t portion = 4096)
{
    PortionSource source{dump, portion};
    const FieldMap map;
    return transcript(*jsonl_format.open({.bytes = source, .map = map}));
}

constexpr std::string_view kBefore = R"({"title":"before"})";
constexpr std::string_view kBehind = R"({"title":"behind"})";

/// The parts, one behind the other.
std::string join(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const auto part : parts) { text += part; }
    return text;
}

/// A dump of three lines, of which `line` is the second.
std::string around(std::string_view line) { return join({kBefore, "\n", line, "\n", kBehind}); }

}  // namespace

TEST_SUITE("indexer/input/jsonl")
{
    TEST_CASE("a bad line is told with its number, and costs its neighbours nothing")
    {
        const struct {
            std::string_view what;
            std::string line;
            std::string records;  // of that line, which is the second
        } cases[] = {
            {"sound", R"({"title":"x"})", "[x]"},
            {"blank", " \t ", ""},
            {"carriage return", "{\"title\":\"x\"}\r", "[x]"},
            {"cut", R"({"title":"x)", "bad-json@2"},
            {"brace too many", R"({"title":"x"}})", "bad-json@2"},
            {"text behind", R"({"title":"x"} tail)", "bad-json@2"},
            {"comma behind", R"({"title":"x"},)", "bad-json@2"},
            {"two objects", R"({"title":"x"}{"title":"y"})", "bad-json@2"},
            {"no JSON", "breaking news", "bad-json@2"},
            {"single quotes", "{'title':'x'}", "bad-json@2"},
            {"no quotes", "{title:1}", "bad-json@2"},
            {"lone high surrogate", R"({"title":"\ud800"})", "bad-json@2"},
            {"wrong escape", R"({"title":"\x41"})", "bad-json@2"},
            {"bare tab", "{\"title\":\"a\tb\"}", "bad-json@2"},
            {"NUL", "{\"title\":\"a\0b\"}"s, "bad-json@2"},
            {"escaped NUL", R"({"title":"x","id":"\u0000"})", "[x]"},
            {"number too large", R"({"id":123456789012345678901234567890})", "bad-json@2"},
            {"nested 100,000 deep", std::string(100'000, '['), "bad-json@2"},
            {"closed 100,000 deep", std::string(100'000, '[') + std::string(100'000, ']'),
             "bad-json@2"},
            {"objects 100,000 deep",
             [] {
                 std::string deep;
                 for (int depth = 0; depth < 100'000; ++depth) { deep += "{\"a\":"; }
                 return deep;
             }(),
             "bad-json@2"},
            {"array", R"(["x"])", "not-an-object@2"},
            {"string", R"("x")", "not-an-object@2"},
            {"number", "17", "not-an-object@2"},
            {"null", "null", "not-an-object@2"},
            {"no fields", "{}", "[]"},
            {"number as title", R"({"title":1984})", "[1984]"},
            {"object as title", R"({"title":{},"body":"x"})", "[x] ~bad-field@2"},
            {"equal keys", R"({"title":"x","title":"y"})", "[x]"},
            {"invalid UTF-8", "{\"title\":\"caf\xe9\"}", "[caf\xef\xbf\xbd] ~bad-utf8@2"},
            {"surrogate in UTF-8", "{\"title\":\"x\",\"body\":\"\xed\xa0\x80\"}",
             "[x] ~bad-utf8@2"},
            {"invalid UTF-8, and cut", "{\"title\":\"caf\xe9", "bad-json@2"},
            {"byte order mark", "\xef\xbb\xbf{\"title\":\"x\"}", "[x]"},
            {"1 MB without sense", std::string(1'000'000, '"'), "bad-json@2"},
            {"1 MB title", R"({"title":"x","body":")" + std::string(1'000'000, 'y') + "\"}", "[x]"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const auto want =
                join({"[before] ", c.records, c.records.empty() ? "" : " ", "[behind]"});
            CHECK(records_of(around(c.line) + "\n") == want);
            CHECK(records_of(around(c.line), 1 << 20) == want);
        }
    }

    TEST_CASE("in an array, too, a bad element leaves its neighbours alone")
    {
        const struct {
            std::string_view element;
            std::string_view records;
        } cases[] = {
            {R"({"title":"x"})", "[x]"},
            {"{\n  \"title\":\n\"x\"\n}", "[x]"},
            {R"({"title":"x)", "bad-json@3"},
            {R"({"title":"x")", "bad-json@3"},
            {R"({"title":["x"})", "bad-json@3"},
            {R"(17)", "not-an-object@3"},
            {R"({"title":"x"} {"title":"y"})", "[x] [y]"},
            {"{\"title\":\"caf\xe9\"}", "[caf\xef\xbf\xbd] ~bad-utf8@3"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.element);
            CHECK(records_of(join({"[\n", kBefore, ",\n", c.element, ",\n", kBehind, "\n]"})) ==
                  join({"[before] ", c.records, " [behind]"}));
        }
        CHECK(records_of(join({"[", kBefore, ",", kBehind})) == "[before] [behind] truncated@1");
    }

    TEST_CASE("an object may be spread over lines")
    {
        CHECK(records_of("{\n \"title\": \"x\",\n \"body\": \"y\"\n}\n") == "[x]");
        CHECK(records_of("{\n\"title\": \"x\"\n}\n{\n\"title\": \"y\n}\n{\n\"title\": \"z\"\n}") ==
              "[x] bad-json@4 [z]");
    }

    TEST_CASE("articles over 16 MiB are passed over")
    {
        const std::string long_body(kMaxArticleBytes, 'x');
        CHECK(records_of(around("{\"body\":\"" + long_body + "y\"}"), 1 << 20) ==
              "[before] too-long@2 [behind]");
        CHECK(records_of(around(join({long_body, long_body, "x"})), 1 << 20) ==
              "[before] too-long@2 [behind]");
    }

    TEST_CASE("records are counted, bad ones included, and notices name their place")
    {
        PortionSource source{"{\"id\":\"a\"}\n\nbad\n{\"id\":\"c\",\"url\":[]}\n", 4096};
        const FieldMap map;
        const auto reader = jsonl_format.open({.bytes = source, .map = map});
        const auto first = std::get<RawDocument>(reader->next());
        CHECK(first.record == 1);
        CHECK(first.line == 1);
        const auto bad = std::get<Notice>(reader->next());
        CHECK(bad.entry == "2");
        CHECK(bad.line == 3);
        CHECK(bad.byte == 12);
        CHECK(bad.lost);
        CHECK_FALSE(bad.message.empty());
        const auto last = std::get<RawDocument>(reader->next());
        CHECK(last.record == 3);
        CHECK(last.line == 4);
        const auto detail = std::get<Notice>(reader->next());
        CHECK(detail.entry == "c");
        CHECK_FALSE(detail.lost);
        CHECK(std::holds_alternative<EndOfDump>(reader->next()));
        CHECK(std::holds_alternative<EndOfDump>(reader->next()));
    }

    TEST_CASE("files are claimed by name, standard input by its first sign")
    {
        const struct {
            std::string_view name;
            std::string first_bytes;
            bool claimed;
        } cases[] = {
            {"a.jsonl", "{", true},
            {"A.NDJSON", "", true},
            {"a.json", "{}", false},
            {"a.json", "[{\"title\":\"a\",\"body\":\"b\"}]", true},
            {"a.json", " [ {\"url\": 1, \"x\": {\"y\": []}, \"Text\" : \"b", true},
            {"a.json", "{\"body\":\"a long one", true},
            {"a.json", "{\"body\":\"a\",\"title\":\"b\"}", true},
            {"a.json", "[{\"title\":\"a\",\"date\":\"b\"}]", false},
            {"a.json", "[{\"body\":\"a\"}]", false},
            {"a.json", "{\"x\":{\"title\":\"a\",\"body\":\"b\"}}", false},
            {"a.json", "{\"x\":\"title\\\":body\",\"title\":1}", false},
            {"a.json", "{\"articles\":[{\"title\":\"a\",\"body\":\"b\"}]}", true},
            {"a.json", "{\"comments\":[{\"title\":\"a\",\"body\":\"b\"}]}", false},
            {"a.json", "[{\"_source\":{\"title\":\"a\",\"body\":\"b\"}}]", true},
            {"a.json", "[1,2]", false},
            {"a.json", "", false},
            {"a.jsonl", "{\"a\":\"\0\"}"s, true},
            {"a.jsonl", "\x1f\x8b\x08", false},
            {"a.jsonl", "PK\x03\x04", false},
            {"a.txt", "{}", false},
            {"json", "{}", false},
            {"", " \n{", true},
            {"", "\xef\xbb\xbf[", true},
            {"", "The {", false},
            {"", "", false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            CAPTURE(c.first_bytes);
            CHECK(jsonl_format.claims(c.name, c.first_bytes) == c.claimed);
        }
    }

    TEST_CASE("damage at random costs nothing but what is damaged")
    {
        std::mt19937 random{11};
        const std::string sound = R"({"title":"t","body":"some \"text\" {[}]","people":["A","B"]})";
        for (int round = 0; round < 3000; ++round) {
            std::string line = sound;
            for (unsigned damage = 1 + random() % 4; damage > 0; --damage) {
                char byte = static_cast<char>(random() & 0xffU);
                if (byte == '\n') { byte = ' '; }
                line[random() % line.size()] = byte;
            }
            CAPTURE(line);
            const std::string records = records_of(around(line));
            CHECK(records.starts_with("[before] "));
            CHECK(records.ends_with(" [behind]"));
        }
    }
}
