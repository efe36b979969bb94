#include "indexer/name_shape.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace dateline::indexer;

TEST_SUITE("indexer/name_shape")
{
    TEST_CASE("people, outlets and cities are told by the shape of their names")
    {
        const struct {
            std::string name;
            bool is_name;
            bool is_person;
            bool is_outlet_like;
            bool is_place_like;
        } cases[] = {
            {"Ann Lee", true, true, false, false},
            {"Ana de la Torre", true, true, false, false},
            {"José Ñu", true, true, false, false},
            {"AFP", true, false, true, false},
            {"example.com", false, false, true, false},
            {"Evening Post", true, false, true, false},
            {"Редакция Вестник", true, false, true, false},
            {"San Juan", true, true, false, true},
            {"Monday", false, false, false, false},
            {"Ann Lee 3", false, false, false, false},
            {"ann lee", false, false, false, false},
            {"Ann Lee Bo Roe Cy", true, false, false, false},
            {"", false, false, false, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            CHECK(is_name(c.name) == c.is_name);
            CHECK(is_person(c.name) == c.is_person);
            CHECK(is_outlet_like(c.name) == c.is_outlet_like);
            CHECK(is_place_like(c.name) == c.is_place_like);
        }
    }

    TEST_CASE("a paper is named in quotes behind its kind")
    {
        CHECK(named_paper("Газета \"Причал\" №41") == "Причал");
        CHECK(named_paper("Revista «El Puerto», 3") == "El Puerto");
        CHECK(named_paper("Newspaper boys").empty());
        CHECK(named_paper("The \"Wire\"").empty());
    }
}
