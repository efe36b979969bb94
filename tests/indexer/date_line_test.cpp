#include "indexer/date_line.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::to_string;
using dateline::indexer::read_date_line;

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

    TEST_CASE("hostile lines are read to their end")
    {
        CHECK_FALSE(read_date_line(std::string(1'000'000, '1')));
        CHECK_FALSE(read_date_line("\xD9\xA1\xD9"));
    }
}
