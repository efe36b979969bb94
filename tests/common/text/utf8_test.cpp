#include "common/text/utf8.hpp"

#include <doctest/doctest.h>
#include <string>

TEST_SUITE("common/text/utf8")
{
    TEST_CASE("text comes out valid, composed, with line feeds only")
    {
        const struct {
            std::string text;
            std::string clean;
            std::size_t replaced;
        } cases[] = {
            {"", "", 0},
            {"plain", "plain", 0},
            {"\xEF\xBB\xBFmarked", "marked", 0},
            {"a\r\nb\rc\n", "a\nb\nc\n", 0},
            {std::string{"a\0b", 3}, "ab", 0},
            {"Nicola\u0301s", "Nicolás", 0},
            {"caf\xE9 au lait", "caf\uFFFD au lait", 1},
            {"\xC0\xAF", "\uFFFD\uFFFD", 2},
            {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
            {"\xF0\x9F\x98\x80", "\U0001F600", 0},
            {"cut \xE2\x82", "cut \uFFFD", 1},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            const auto clean = dateline::clean_text(c.text);
            CHECK(clean.text == c.clean);
            CHECK(clean.replaced == c.replaced);
            CHECK(dateline::is_utf8(clean.text));
            CHECK(dateline::is_utf8(c.text) == (c.replaced == 0));
        }
    }

    TEST_CASE("folding makes one key of many spellings")
    {
        const struct {
            const char* text;
            const char* key;
        } cases[] = {
            {"MADURO", "maduro"},  {"Nicolás", "nicolas"},   {"Guaidó", "guaido"},
            {"Straße", "strasse"}, {"Łukasz", "lukasz"},     {"Сергей", "сергей"},
            {"ЁЛКА", "елка"},      {"İstanbul", "istanbul"}, {"ｆｕｌｌ", "full"},
            {"がぎ", "がぎ"},      {"한국", "한국"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(dateline::fold(c.text) == c.key);
            CHECK(dateline::fold(c.key) == c.key);
        }
    }

    TEST_CASE("a border is never inside a character")
    {
        const std::string text = "aé\u20AC";
        CHECK(dateline::character_border(text, 0) == 0);
        CHECK(dateline::character_border(text, 2) == 1);
        CHECK(dateline::character_border(text, 5) == 3);
        CHECK(dateline::character_border(text, 99) == text.size());
    }
}
