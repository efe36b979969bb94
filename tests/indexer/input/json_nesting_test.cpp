#include "indexer/input/json_nesting.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::indexer::JsonNesting;

TEST_SUITE("indexer/input/json_nesting")
{
    TEST_CASE("a value ends with its last bracket, or before what cannot be part of it")
    {
        const struct {
            std::string_view text;
            std::string_view value;  // all of the text: it goes on
        } cases[] = {
            {R"({"a":1},{"b":2})", R"({"a":1})"},
            {R"({"a":{"b":[{},{}]}} )", R"({"a":{"b":[{},{}]}})"},
            {R"({"a":"}{\"}"},)", R"({"a":"}{\"}"})"},
            {R"({"a":"\\"},{)", R"({"a":"\\"})"},
            {R"([1,{"a":2}]])", R"([1,{"a":2}])"},
            {R"({"a":1)", R"({"a":1)"},
            {R"({"a":[1,2)", R"({"a":[1,2)"},
            // scalars
            {R"(12,13)", R"(12)"},
            {R"("a,b","c")", R"("a,b")"},
            {"word\n{", "word"},
            {R"(null])", R"(null)"},
            {R"(}{"a":1})", R"(})"},
            // broken ones, and where the next begins
            {R"({"a":1,{"b":2})", R"({"a":1,)"},
            {R"({"a":"x" {"b":2})", R"({"a":"x" )"},
            {"{\"a\":\"x},\n{\"b\":2}", "{\"a\":\"x},\n"},
            {"{\"a\":[\"x],\n{\"b\":2}", "{\"a\":[\"x],\n"},
            {"{\"a\":\"x\\\n{\"b\":2}", "{\"a\":\"x\\\n"},
            {"\"x\n{", "\"x"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            const std::string_view text = c.text;
            const std::string_view value = c.value;
            JsonNesting whole;
            const auto seen = whole.look(text);
            CHECK(text.substr(0, seen.count) == value);
            CHECK((seen.sight == JsonNesting::Sight::Inside) == (text == value));

            JsonNesting bytewise;
            std::size_t count = 0;
            for (std::size_t at = 0; at < text.size(); ++at) {
                const auto step = bytewise.look(text.substr(at, 1));
                count += step.count;
                if (step.sight == JsonNesting::Sight::End) { break; }
            }
            CHECK(count == value.size());
        }
    }

    TEST_CASE("depth costs no memory and is followed to its end")
    {
        const std::string deep = std::string(1'000'000, '[') + std::string(1'000'000, ']');
        JsonNesting nesting;
        const auto seen = nesting.look(deep + ",{");
        CHECK(seen.sight == JsonNesting::Sight::End);
        CHECK(seen.count == deep.size());
    }
}
