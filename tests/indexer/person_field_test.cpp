#include "indexer/person_field.hpp"

#include <doctest/doctest.h>

using dateline::indexer::person_name;

TEST_SUITE("indexer/person_field")
{
    TEST_CASE("names come out as people write them")
    {
        const struct {
            std::string stated;
            std::string name;
        } cases[] = {
            {"James Baker", "James Baker"},
            {"Baker, James", "James Baker"},
            {"Baker,James", "James Baker"},
            {"García Márquez, Gabriel", "Gabriel García Márquez"},
            {"james-baker", "James Baker"},
            {"volcker", "Volcker"},
            {"de-la-madrid", "De La Madrid"},
            {"Jean-Claude", "Jean-Claude"},
            {"james baker", "james baker"},
            {"josé-ruiz", "josé-ruiz"},
            {"Sammy Davis, Jr.", "Sammy Davis, Jr."},
            {"King, Martin, Jr.", "King, Martin, Jr."},
            {"  Ann \n  Lee ", "Ann Lee"},
            {"Lee,", "Lee,"},
            {"-", ""},
            {"", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.stated);
            CHECK(person_name(c.stated) == c.name);
        }
    }
}
