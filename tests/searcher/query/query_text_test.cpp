#include "searcher/query/query_text.hpp"

#include <doctest/doctest.h>

using namespace dateline::searcher;

TEST_SUITE("searcher/query/query_text")
{
    TEST_CASE("what is typed on any keyboard comes to the same characters")
    {
        const struct {
            const char* typed;
            const char* clean;
        } cases[] = {
            {"oil AND gas", "oil AND gas"},
            {"cafe\u0301", "caf\u00E9"},
            {"\u200Etitle:oil\u200F", "title:oil"},
            {"\u202Aoil\u202C \u2068gas\u2069", "oil gas"},
            {"so\u00ADviet", "soviet"},
            {"e\u200E\u0301", "\u00E9"},
            {"\uFF45\u0301", "\u00E9"},
            {"\uFEFFoil\u2060", "oil"},
            {"\uFF08\uFF4F\uFF49\uFF4C\u3000\uFF2F\uFF32\u3000\uFF47\uFF41\uFF53\uFF09",
             "(oil\u3000OR\u3000gas)"},
            {"title\uFF1Aoil \uFF02a b\uFF02\uFF5E5", "title:oil \"a b\"~5"},
            {"\u5317\u4EAC\uFF01\u662F\uFF1F", "\u5317\u4EAC\uFF01\u662F\uFF1F"},
            {"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
             "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"},  // a joiner is part of the word
        };
        for (const auto& c : cases) {
            CAPTURE(c.typed);
            CHECK(clean_query(c.typed) == c.clean);
        }
    }

    TEST_CASE("where a phrase in single quotes ends")
    {
        constexpr auto none = std::string_view::npos;
        const struct {
            const char* text;
            std::size_t end;
        } cases[] = {
            {"'prime minister'", 15},
            {"'prime minister')", 15},
            {"'prime minister'^2", 15},
            {"\u2018a b\u2019 c", 6},
            {"'the boys' house'", 9},
            {"'oil'", none},  // one word needs no quotes
            {"'tis the season", none},
            {"'a \"b' c\"", none},
            {"'a (b' c)", none},
            {"'a ' b", none},
            {"''", none},
            {"'", none},
            {"a b'", none},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(single_quote_end(c.text) == c.end);
        }
    }

    TEST_CASE("blanks of web pages are blanks")
    {
        for (const char* blank :
             {" ", "\t", "\n", "\u00A0", "\u2003", "\u200B", "\u2028", "\u3000"}) {
            CHECK(blank_at(blank) == std::string_view{blank}.size());
        }
        CHECK(blank_at("a") == 0);
        CHECK(blank_at("\u00E9") == 0);
        CHECK(blank_at("") == 0);
    }
}
