#include "indexer/dateline.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::to_string;
using dateline::indexer::read_dateline;

TEST_SUITE("indexer/dateline")
{
    TEST_CASE("a dateline is capitals, a date or an agency, and a dash")
    {
        const struct {
            std::string paragraph;
            bool found;
            std::string date;
            std::string agency;
        } cases[] = {
            {"LIMA, Nov 8, 2024 (Evening Wire) - Ministers met.", true, "2024-11-08",
             "Evening Wire"},
            {"LIMA, Nov 8 (Evening Wire) — Ministers met.", true, "", "Evening Wire"},
            {"LIMA (AFP) -- Ministers met.", true, "", "AFP"},
            {"LIMA, Nov. 8 - Ministers met.", true, "", ""},
            {"Lima, 8 de noviembre de 2024 (EFE).- Los ministros", true, "2024-11-08", "EFE"},
            {"MOSCOW, November 8, 2024. /TASS/. Ministers met.", true, "2024-11-08", "TASS"},
            {"NEW YORK, London, Nov 8, 2024 – Ministers met.", true, "2024-11-08", ""},
            {"LIMA — Ministers met.", false, "", ""},
            {"Ministers met on Nov 8, 2024 - the first time.", false, "", ""},
            {"Ministers (and guests) - met.", false, "", ""},
            {"8 November 2024 - nobody", false, "", ""},
            {"LIMA, Nov 8, 2024", false, "", ""},
            {"", false, "", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.paragraph);
            const auto found = read_dateline(c.paragraph);
            REQUIRE(found.has_value() == c.found);
            if (!found) { continue; }
            CHECK((found->date ? to_string(*found->date) : "") == c.date);
            CHECK(found->agency == c.agency);
            CHECK(found->size < c.paragraph.size());
            CHECK(c.paragraph.find("inist") > found->size);
        }
    }

    TEST_CASE("hostile datelines are read to their end")
    {
        CHECK_FALSE(read_dateline(std::string(1'000'000, '(')));
        CHECK_FALSE(read_dateline("A \xD0"));
    }
}
