#include "benchmarks/quality/places.hpp"

#include "benchmarks/quality/gold.hpp"
#include "common/country.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::quality;

TEST_SUITE("benchmarks/quality/places")
{
    TEST_CASE("gold comes to the product's codes, whether slugs, names or codes")
    {
        const struct {
            std::string value;
            std::string code;
        } cases[] = {
            {"usa", "US"},
            {"ussr", "SU"},
            {"west-germany", "DE"},
            {"east-germany", "DD"},
            {"czechoslovakia", "CS"},
            {"yugoslavia", "YU"},
            {"zaire", "CD"},
            {"uk", "GB"},
            {"yemen-demo-republic", "YE"},
            {"United States", "US"},
            {"Palestinian Territory", "PS"},
            {"VE", "VE"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.value);
            const GoldCountries gold = gold_countries({c.value});
            CHECK(gold.codes == std::set<std::string>{c.code});
            CHECK(gold.unknown.empty());
        }
    }

    TEST_CASE("what is no country is told, and two names of one country are one")
    {
        const GoldCountries gold =
            gold_countries({"uk", "Britain", "Atlantis", "atlantis", "", "\xff"});
        CHECK(gold.codes == std::set<std::string>{"GB"});
        CHECK(gold.unknown == std::vector<std::string>{"Atlantis", "atlantis", "", "\xff"});
        CHECK(reuters_place("atlantis") == std::nullopt);
    }

    TEST_CASE("every code of Reuters' table is one that the product can give")
    {
        std::size_t rows = 0;
        const auto check = [&rows](std::string_view slug, std::string_view code) {
            CAPTURE(slug);
            ++rows;
            CHECK(is_slug(slug));
            if (code.empty()) { return; }
            CHECK(reuters_place(slug) == code);
            CHECK(country_code(country_name(code)) == std::string{code});
        };
#define PLACE(slug, code) check(slug, code);
#include "benchmarks/quality/reuters_places.def"
#undef PLACE
        CHECK(rows > 100);
    }
}
