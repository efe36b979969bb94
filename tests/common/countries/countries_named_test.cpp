#include "common/countries/countries_named.hpp"

#include <doctest/doctest.h>

using dateline::countries_named;

TEST_SUITE("common/countries/countries_named")
{
    TEST_CASE("codes, names and demonyms of many languages")
    {
        const struct {
            const char* text;
            std::vector<std::string> codes;
        } cases[] = {
            {"RU", {"RU"}},          {"ve", {"VE"}},
            {"VEN", {"VE"}},         {"russia", {"RU"}},
            {"Russian", {"RU"}},     {"russians", {"RU"}},
            {"Россия", {"RU"}},      {"Venecuela", {"VE"}},
            {"venezolanas", {"VE"}}, {"british", {"GB"}},
            {"dutch", {"NL"}},       {"west-germany", {"DE"}},
            {"ussr", {"SU"}},        {"nowhere", {}},
            {"Kremlin", {}},         {"", {}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(countries_named(c.text) == c.codes);
        }
    }

    TEST_CASE("a word that countries share means all of them")
    {
        for (const char* text : {"Congo", "korea", "congolais"}) {
            CAPTURE(text);
            CHECK(countries_named(text).size() == 2);
        }
    }

    TEST_CASE("hostile text is no country")
    {
        CHECK(countries_named(std::string(100'000, 'a')).empty());
        CHECK(countries_named("\xff\xfe").empty());
        CHECK(countries_named(std::string(3, '\0')).empty());
    }
}
