#include "common/text/json_line.hpp"

#include "tests/support/tame.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace dateline;
using Json = nlohmann::ordered_json;

namespace {

std::string line_of(const Json& json)
{
    std::ostringstream out;
    write_json_line(json, out);
    return out.str();
}

}  // namespace

TEST_SUITE("common/text/json_line")
{
    TEST_CASE("text comes back as it was, and does nothing to a terminal on its way")
    {
        using namespace std::string_literals;
        const struct {
            std::string text;
            const char* line;
        } cases[] = {
            {"", "\"\"\n"},
            {"Zürich 北京 🎉", "\"Zürich 北京 🎉\"\n"},
            {"a\x1b[2J\n\0"s, "\"a\\u001b[2J\\n\\u0000\"\n"},
            {"del \x7f", "\"del \\u007f\"\n"},
            {"\u009b1m", "\"\\u009b1m\"\n"},
            {"a\u202Eb\u2066\u061C", "\"a\\u202eb\\u2066\\u061c\"\n"},
            {"\u2028\u2029", "\"\\u2028\\u2029\"\n"},
            {"\\\u202E", "\"\\\\\\u202e\"\n"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            const std::string line = line_of(Json(c.text));
            CHECK(line == c.line);
            CHECK(tests::harm_in(line) == "");
            CHECK(Json::parse(line) == Json(c.text));
        }
    }

    TEST_CASE("bytes that are not UTF-8 are replaced")
    {
        CHECK(line_of(Json("a\xff"
                           "b")) ==
              "\"a\uFFFD"
              "b\"\n");
    }

    TEST_CASE("keys are made harmless like values")
    {
        CHECK(line_of(Json{{"\u202E", 1}}) == "{\"\\u202e\":1}\n");
    }

    TEST_CASE("empty text is null, other text is text and not a list")
    {
        CHECK(or_null("").is_null());
        CHECK(or_null("x") == "x");
    }
}
