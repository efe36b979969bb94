#include "indexer/date_line.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::to_string;
using dateline::indexer::date_in_url;
using dateline::indexer::read_date_line;
using dateline::indexer::read_dateline;

TEST_SUITE("indexer/date_line")
{
    TEST_CASE("a line that is nothing but a date is read, with all that may stand beside it")
    {
        const struct {
            std::string line;
            std::string date;  ///< "" for no date line
            bool updated;
        } cases[] = {
            {"November 08, 2024", "2024-11-08", false},
            {"  Nov 8, 2024, 22:22 pm ", "2024-11-08", false},
            {"Published: Friday, November 8, 2024 at 10:30 a.m. EST", "2024-11-08", false},
            {"Fri., 8 Nov 2024 10:30:00 GMT", "2024-11-08", false},
            {"2024-03-07T18:40:00-05:00", "2024-03-07", false},
            {"Updated 9 November 2024", "2024-11-09", true},
            {"Published Nov 8, 2024, updated Nov 9, 2024", "2024-11-08", false},
            {"Updated Nov 9, 2024 / Published Nov 8, 2024", "2024-11-08", false},
            {"Le 13 décembre 2015 à 10h17", "2015-12-13", false},
            {"viernes, 8 de noviembre de 2024", "2024-11-08", false},
            {"Publicado em 29/03/2018 às 03h01", "2018-03-29", false},
            {"Atualizado em 29 de março de 2018", "2018-03-29", true},
            {"Freitag, 21. Juni 1991, 14:05 Uhr", "1991-06-21", false},
            {"venerdì 8 novembre 2024", "2024-11-08", false},
            {"суббота, 24 августа 1991 года", "1991-08-24", false},
            {"Опубликовано: 24.08.1991 в 10:30", "1991-08-24", false},
            {"الجمعة 7 أغسطس 2015", "2015-08-07", false},
            {"发布时间：2003年10月16日 09:30", "2003-10-16", false},
            {"Maio de 2008", "2008-05", false},
            {"Caracas, 8 de noviembre de 2024", "2024-11-08", false},
            {"NEW YORK, Nov. 8, 2024", "2024-11-08", false},
            {"", "", false},
            {"Friday", "", false},
            {"March 5", "", false},
            {"03/04/2022", "", false},
            {"Elections of November 2024", "", false},
            {"The treaty of 8 November 2024", "", false},
            {"Voters, November 2024", "", false},
            {"On November 8, 2024 the two met", "", false},
            {"November 8, 2024: a day in Lima", "", false},
            {"they met, 8 November 2024", "", false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            const auto found = read_date_line(c.line);
            CHECK((found ? to_string(found->date) : "") == c.date);
            if (found) { CHECK(found->updated == c.updated); }
        }
    }

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

    TEST_CASE("a URL's path may hold a date, its query may not")
    {
        const struct {
            std::string url;
            std::string date;
        } cases[] = {
            {"https://example.org/2024/11/08/story", "2024-11-08"},
            {"https://example.org/world/2024/11/8/story", "2024-11-08"},
            {"https://example.org/2024/nov/08/story", "2024-11-08"},
            {"https://example.org/2024/11/story", "2024-11"},
            {"https://example.org/2024/11/", "2024-11"},
            {"https://example.org/2024/11/31/story", "2024-11"},
            {"https://example.org/story-2024-11-08", "2024-11-08"},
            {"https://example.org/2024-11-08-story.html", "2024-11-08"},
            {"https://example.org/a/20241108/story", "2024-11-08"},
            {"https://example.org/1869/11/17/canal", "1869-11-17"},
            {"https://example.org/story-2024", ""},
            {"https://example.org/2024/story", ""},
            {"https://example.org/2024/13/08/", ""},
            {"https://example.org/1234/11/08/", ""},
            {"https://example.org/20241308/", ""},
            {"https://example.org/99920241108/", ""},
            {"https://example.org/a?d=2024-11-08", ""},
            {"https://2024-11-08.example.org/", ""},
            {"https://example.org", ""},
            {"", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.url);
            const auto date = date_in_url(c.url);
            CHECK((date ? to_string(*date) : "") == c.date);
        }
    }

    TEST_CASE("hostile lines are read to their end")
    {
        const std::string slashes(1'000'000, '/');
        CHECK_FALSE(date_in_url("https://example.org" + slashes));
        CHECK_FALSE(read_date_line(std::string(1'000'000, '1')));
        CHECK_FALSE(read_dateline(std::string(1'000'000, '(')));
        CHECK_FALSE(read_dateline("A \xD0"));
        CHECK_FALSE(read_date_line("\xD9\xA1\xD9"));
    }
}
