#include "common/text/ascii.hpp"

#include <doctest/doctest.h>
#include <string>

namespace ascii = dateline::ascii;

static_assert(ascii::is_letter_or_digit('x') && ascii::lower('X') == 'x' && ascii::is_ascii("x"));

TEST_SUITE("common/text/ascii")
{
    TEST_CASE("classes end where ASCII's do")
    {
        const struct {
            std::string_view characters;
            bool digit = false;
            bool capital = false;
            bool small = false;
        } cases[] = {
            {.characters = "0189", .digit = true},
            {.characters = "ABYZ", .capital = true},
            {.characters = "abyz", .small = true},
            {.characters = "/:@[`{ \n\x7F\x80\xC1\xE1\xFF"},
        };
        for (const auto& c : cases) {
            for (const char character : c.characters) {
                CAPTURE(character);
                CHECK(ascii::is_digit(character) == c.digit);
                CHECK(ascii::is_capital(character) == c.capital);
                CHECK(ascii::is_small(character) == c.small);
                CHECK(ascii::is_letter(character) == (c.capital || c.small));
                CHECK(ascii::is_letter_or_digit(character) == (c.digit || c.capital || c.small));
                CHECK((ascii::lower(character) != character) == c.capital);
                CHECK((ascii::upper(character) != character) == c.small);
            }
        }
    }

    TEST_CASE("only ASCII letters change their case")
    {
        CHECK(ascii::lower("Ångström AZ[") == "Ångström az[");
        CHECK(ascii::upper("Ångström az{") == "ÅNGSTRöM AZ{");
        CHECK(ascii::lower("É") == "É");
    }

    TEST_CASE("one byte anywhere is enough for a text not to be ASCII")
    {
        CHECK(ascii::is_ascii(""));
        std::string text(40, '\x7F');
        CHECK(ascii::is_ascii(text));
        CHECK(ascii::is_ascii('\x7F'));
        for (char& c : text) {
            c = '\x80';
            CHECK_FALSE(ascii::is_ascii(c));
            CHECK_FALSE(ascii::is_ascii(text));
            c = 'a';
        }
    }
}
