#include "common/text/language.hpp"

#include <doctest/doctest.h>
#include <string>

TEST_SUITE("common/text/language")
{
    TEST_CASE("codes for languages as dumps state them")
    {
        const struct {
            std::string stated;
            std::string code;
        } cases[] = {
            {"en", "en"},       {"EN-us", "en"},   {"eng", "en"},   {"English", "en"},
            {"español", "es"},  {"Spanish", "es"}, {"pt_BR", "pt"}, {"русский", "ru"},
            {"klingonese", ""}, {"", ""},          {"zz", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.stated);
            CHECK(dateline::language_code(c.stated) == c.code);
        }
    }
}
