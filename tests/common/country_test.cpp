#include "common/country.hpp"

#include <doctest/doctest.h>
#include <set>
#include <string>
#include <thread>
#include <unicode/uloc.h>
#include <vector>

using dateline::country_code;
using dateline::country_name;

TEST_SUITE("common/country")
{
    TEST_CASE("a country is known by its code and its name in any notation and language")
    {
        const struct {
            std::string text;
            const char* code;
        } cases[] = {
            // ISO codes
            {"ve", "VE"},
            {"VEN", "VE"},
            {"us", "US"},
            {"USA", "US"},
            {"Gbr", "GB"},
            {"xk", "XK"},
            {"deu", "DE"},
            {"PRK", "KP"},
            // codes that ISO does not have, or no longer has
            {"UK", "GB"},
            {"uae", "AE"},
            {"zr", "CD"},
            {"SUN", "SU"},
            {"ddr", "DD"},
            // names in English, however they are written
            {"Venezuela", "VE"},
            {"venezuela", "VE"},
            {"VENEZUELA", "VE"},
            {" Venezuela ", "VE"},
            {"United States", "US"},
            {"the United States", "US"},
            {"U.S.", "US"},
            {"U.S.A.", "US"},
            {"u.k.", "GB"},
            {"Trinidad and Tobago", "TT"},
            {"Trinidad & Tobago", "TT"},
            {"Guinea", "GN"},
            {"Guinea-Bissau", "GW"},
            {"Equatorial Guinea", "GQ"},
            {"Papua New Guinea", "PG"},
            {"Niger", "NE"},
            {"Nigeria", "NG"},
            {"Dominica", "DM"},
            {"Dominican Republic", "DO"},
            {"Republic of Korea", "KR"},
            {"North Korea", "KP"},
            {"Congo", "CG"},
            {"DR Congo", "CD"},
            {"Côte d'Ivoire", "CI"},
            {"Cote dIvoire", "CI"},
            {"Curacao", "CW"},
            {"Hong Kong", "HK"},
            {"Burma", "MM"},
            {"Myanmar", "MM"},
            {"Türkiye", "TR"},
            {"Turkiye", "TR"},
            {"Palestine", "PS"},
            {"Iran, Islamic Republic of", "IR"},
            {"Tanzania, United Republic of", "TZ"},
            {"The Gambia", "GM"},
            {"Canary Islands", "ES"},
            // slugs
            {"west-germany", "DE"},
            {"east-germany", "DD"},
            {"ussr", "SU"},
            {"south-korea", "KR"},
            {"ivory-coast", "CI"},
            {"el-salvador", "SV"},
            {"zaire", "CD"},
            {"kampuchea", "KH"},
            {"trinidad-tobago", "TT"},
            {"yemen-arab-republic", "YE"},
            {"yemen-demo-republic", "YE"},
            {"us-virgin-islands", "VI"},
            {"antigua", "AG"},
            {"burkina_faso", "BF"},
            // other languages
            {"Venecuela", "VE"},
            {"Estados Unidos", "US"},
            {"EE. UU.", "US"},
            {"Alemania", "DE"},
            {"Deutschland", "DE"},
            {"Россия", "RU"},
            {"РОССИЯ", "RU"},
            {"США", "US"},
            {"Украина", "UA"},
            {"Україна", "UA"},
            {"中国", "CN"},
            {"中國", "CN"},
            {"香港", "HK"},
            {"مصر", "EG"},
            {"日本", "JP"},
            {"대한민국", "KR"},
            {"भारत", "IN"},
            {"Ελλάδα", "GR"},
            {"Magyarország", "HU"},
            {"Suomi", "FI"},
            // states that are no more
            {"Soviet Union", "SU"},
            {"Unión Soviética", "SU"},
            {"СССР", "SU"},
            {"Советский Союз", "SU"},
            {"East Germany", "DD"},
            {"DDR", "DD"},
            {"Yugoslavia", "YU"},
            {"Jugoslawien", "YU"},
            {"Югославия", "YU"},
            {"Czechoslovakia", "CS"},
            {"Tchécoslovaquie", "CS"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            const auto code = country_code(c.text);
            REQUIRE(code);
            CHECK(*code == c.code);
        }
    }

    TEST_CASE("what is no country has no code")
    {
        const std::string long_text(1'000'000, 'x');
        const std::string cases[] = {"",
                                     " ",
                                     "-",
                                     "the",
                                     "Atlantis",
                                     "x",
                                     "xx",
                                     "zz",
                                     "ZZZ",
                                     "EU",
                                     "Europe",
                                     "\xFF\xFE",
                                     "\xC3",
                                     "419",
                                     "001",
                                     "12",
                                     long_text,
                                     "de DE",
                                     std::string(1, '\0'),
                                     "United Venezuela"};
        for (const std::string& text : cases) {
            CAPTURE(text.substr(0, 40));
            CHECK_FALSE(country_code(text));
        }
    }

    TEST_CASE("a code has an English name, which leads back to it")
    {
        const struct {
            std::string code;
            std::string name;
        } cases[] = {
            {"VE", "Venezuela"},    {"US", "United States"},
            {"HK", "Hong Kong"},    {"SU", "Soviet Union"},
            {"DD", "East Germany"}, {"YU", "Yugoslavia"},
            {"CD", "DR Congo"},     {"CS", "Czechoslovakia"},
            {"XX", "XX"},           {"", ""},
            {"ve", "ve"},           {"EU", "EU"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.code);
            CHECK(country_name(c.code) == c.name);
        }
    }

    TEST_CASE("every code and every English name of ISO 3166-1 is known")
    {
        const std::set<std::string> elsewhere{"DG", "EA", "IC"};
        std::size_t countries = 0;
        for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
            if (elsewhere.contains(*code)) { continue; }
            CAPTURE(*code);
            ++countries;
            CHECK(country_code(*code).value_or("") == *code);
            const std::string name = country_name(*code);
            CHECK(name != *code);
            CHECK(country_code(name).value_or(name) == *code);
        }
        CHECK(countries >= 249);
    }

    TEST_CASE("several threads may ask at once, the first time too")
    {
        std::vector<std::string> codes(4);
        {
            std::vector<std::jthread> threads;
            for (std::string& code : codes) {
                threads.emplace_back([&code] { code = country_code("Magyarország").value_or(""); });
            }
        }
        for (const std::string& code : codes) { CHECK(code == "HU"); }
    }
}
