#include "benchmarks/quality/names.hpp"

#include <doctest/doctest.h>

using namespace dateline::quality;

using Names = std::set<std::string>;

TEST_SUITE("benchmarks/quality/names")
{
    TEST_CASE("a slug is a person whose name has its words side by side")
    {
        const struct {
            Names names;
            std::string slug;
            bool is_there;
        } cases[] = {
            {{"James Baker III"}, "james-baker", true},
            {{"Howard Baker", "James Miller"}, "james-baker", false},
            {{"James A. Baker"}, "james-baker", false},
            {{"Ronald Reagan"}, "reagan", true},
            {{"Reagan"}, "reagan", true},
            {{"Reaganomics"}, "reagan", false},
            {{"Robin Leigh-Pemberton"}, "leigh-pemberton", true},
            {{"Deng Xiaoping"}, "deng-xiaoping", true},
            {{"Raúl Alfonsín"}, "alfonsin", true},
            {{"Fahd"}, "king-fahd", true},
            {{"King"}, "king-fahd", false},
            {{}, "reagan", false},
            {{"A"}, "", false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.slug);
            CHECK(has_person_of_slug(c.names, c.slug) == c.is_there);
        }
    }

    TEST_CASE("names pair with themselves first, then with fuller or shorter forms")
    {
        const NamePairs pairs = pair_names(
            keys_of({"Ana Ruiz", "Luis Gómez", "Eva Sol Mar", "Tom Hill", "Li", "Jo Fernández"}),
            keys_of({"Ana Ruiz", "Ana Ruiz Paz", "Luis GOMEZ Ortega", "Eva Mar", "Sam Hill",
                     "Li Na", "Jo Fernandes"}));
        CHECK(pairs.same == 1);
        REQUIRE(pairs.other_forms.size() == 2);
        CHECK(pairs.other_forms[0] ==
              std::pair<std::string, std::string>{"eva sol mar", "eva mar"});
        CHECK(pairs.other_forms[1] ==
              std::pair<std::string, std::string>{"luis gomez", "luis gomez ortega"});
        CHECK(pairs.missed == std::vector<std::string>{"jo fernandez", "li", "tom hill"});
        CHECK(pairs.extra ==
              std::vector<std::string>{"ana ruiz paz", "jo fernandes", "li na", "sam hill"});
    }

    TEST_CASE("a form pairs once")
    {
        const NamePairs pairs =
            pair_names(keys_of({"Ana Ruiz"}), keys_of({"Ana B Ruiz", "Ana C Ruiz"}));
        CHECK(pairs.other_forms.size() == 1);
        CHECK(pairs.extra.size() == 1);
    }
}
