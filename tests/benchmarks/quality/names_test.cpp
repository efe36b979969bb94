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
            {{"Ann Lee III"}, "ann-lee", true},
            {{"Bo Lee", "Ann Hill"}, "ann-lee", false},
            {{"Ann B. Lee"}, "ann-lee", false},
            {{"Berta Quill"}, "quill", true},
            {{"Quill"}, "quill", true},
            {{"Quillites"}, "quill", false},
            {{"Tom Lee-Quill"}, "lee-quill", true},
            {{"Li Na"}, "li-na", true},
            {{"Inés Gómez"}, "gomez", true},
            {{"Olo"}, "king-olo", true},
            {{"King"}, "king-olo", false},
            {{}, "quill", false},
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

    TEST_CASE("another form is right in counts() and wrong in exact_counts()")
    {
        const NamePairs pairs =
            pair_names(keys_of({"Ana Ruiz", "Bo Ek", "Tom Hill"}),
                       keys_of({"Ana RUIZ", "Bo Nils Ek", "Eva Sol", "Sam Hill"}));
        const auto are = [](const Counts& counts, std::uint64_t right) {
            return counts.gold == 3 && counts.found == 4 && counts.right == right;
        };
        CHECK(are(pairs.counts(), 2));
        CHECK(are(pairs.exact_counts(), 1));
    }

    TEST_CASE("people that are not scored are left out, but those that the gold has too")
    {
        const GoldArticle gold{.people = std::vector<std::string>{"Ana Ruiz"},
                               .people_not_scored = {"Ana Ruiz", "Bo Ek"}};
        const NamePairs pairs = pair_people(gold, {"Ana Ruiz", "Bo Ek", "Eva Sol"});
        CHECK(pairs.same == 1);
        CHECK(pairs.extra == std::vector<std::string>{"eva sol"});
    }

    TEST_CASE("a form pairs once")
    {
        const NamePairs pairs =
            pair_names(keys_of({"Ana Ruiz"}), keys_of({"Ana B Ruiz", "Ana C Ruiz"}));
        CHECK(pairs.other_forms.size() == 1);
        CHECK(pairs.extra.size() == 1);
    }
}
