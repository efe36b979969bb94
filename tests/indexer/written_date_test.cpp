#include "indexer/written_date.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::Date;
using dateline::to_string;
using dateline::indexer::find_date;
using dateline::indexer::find_day;
using dateline::indexer::OpenDay;
using dateline::indexer::read_date_field;

namespace {

std::string repeated(std::string_view piece, std::size_t size)
{
    std::string text;
    while (text.size() < size) { text += piece; }
    return text;
}

std::string day_of(const OpenDay& open)
{
    return std::to_string(static_cast<unsigned>(open.day.month())) + "-" +
           std::to_string(static_cast<unsigned>(open.day.day()));
}

}  // namespace

TEST_SUITE("indexer/written_date")
{
    TEST_CASE("dates are found in every notation, with their span and rule")
    {
        const struct {
            std::string text;
            const char* date;
            const char* span;
            const char* rule;
        } cases[] = {
            {"on November 08, 2024 in", "2024-11-08", "November 08, 2024", "month-day-year"},
            {"Nov. 8, 2024", "2024-11-08", "Nov. 8, 2024", "month-day-year"},
            {"Nov 8 2024", "2024-11-08", "Nov 8 2024", "month-day-year"},
            {"NOVEMBER 8 2024", "2024-11-08", "NOVEMBER 8 2024", "month-day-year"},
            {"november 8th, 2024.", "2024-11-08", "november 8th, 2024", "month-day-year"},
            {"AUG. 1, 1991", "1991-08-01", "AUG. 1, 1991", "month-day-year"},
            {"Sept. 11,2001", "2001-09-11", "Sept. 11,2001", "month-day-year"},
            {"Nov. 8, 2024By Ann Lee", "2024-11-08", "Nov. 8, 2024", "month-day-year"},
            {"Nov-08-2024", "2024-11-08", "Nov-08-2024", "month-day-year"},
            {"November the 8th, 2024", "2024-11-08", "November the 8th, 2024", "month-day-year"},
            {"Fri Nov  8 10:30:00 2024", "2024-11-08", "Nov  8 10:30:00 2024", "month-day-year"},
            {"Thu Feb 17 01:00:00 +0000 2022", "2022-02-17", "Feb 17 01:00:00 +0000 2022",
             "month-day-year"},
            {"ended February\n    22, 1987, were", "1987-02-22", "February\n    22, 1987",
             "month-day-year"},
            {"noviembre 8, 2024", "2024-11-08", "noviembre 8, 2024", "month-day-year"},
            {"8 November 2024", "2024-11-08", "8 November 2024", "day-month-year"},
            {"8 November, 2024", "2024-11-08", "8 November, 2024", "day-month-year"},
            {"the 8th of November, 2024,", "2024-11-08", "8th of November, 2024", "day-month-year"},
            {"1st May 1997", "1997-05-01", "1st May 1997", "day-month-year"},
            {"08-Nov-2024", "2024-11-08", "08-Nov-2024", "day-month-year"},
            {"26-FEB-1987 15:01:01.01", "1987-02-26", "26-FEB-1987", "day-month-year"},
            {"08/Nov/2024", "2024-11-08", "08/Nov/2024", "day-month-year"},
            {"Thu, 08 Nov 2024 10:30:00 GMT", "2024-11-08", "08 Nov 2024", "day-month-year"},
            {"el 8 de noviembre de 2024", "2024-11-08", "8 de noviembre de 2024", "day-month-year"},
            {"2 de octubre del 2016", "2016-10-02", "2 de octubre del 2016", "day-month-year"},
            {"1º de enero del año 2020", "2020-01-01", "1º de enero del año 2020",
             "day-month-year"},
            {"3 de setiembre de 2019", "2019-09-03", "3 de setiembre de 2019", "day-month-year"},
            {"15 dic 2020", "2020-12-15", "15 dic 2020", "day-month-year"},
            {"5 ago. 2021", "2021-08-05", "5 ago. 2021", "day-month-year"},
            {"8 de março de 2016", "2016-03-08", "8 de março de 2016", "day-month-year"},
            {"8 DE MARÇO DE 2016", "2016-03-08", "8 DE MARÇO DE 2016", "day-month-year"},
            {"8 de marco de 2016", "2016-03-08", "8 de marco de 2016", "day-month-year"},
            {"12 set 2024", "2024-09-12", "12 set 2024", "day-month-year"},
            {"3 de out. de 2022", "2022-10-03", "3 de out. de 2022", "day-month-year"},
            {"le 1er août 2024", "2024-08-01", "1er août 2024", "day-month-year"},
            {"13 décembre 2015", "2015-12-13", "13 décembre 2015", "day-month-year"},
            {"12 FÉVR. 2015", "2015-02-12", "12 FÉVR. 2015", "day-month-year"},
            {"le 5 mars 2019", "2019-03-05", "5 mars 2019", "day-month-year"},
            {"am 21. Juni 1991", "1991-06-21", "21. Juni 1991", "day-month-year"},
            {"3. März 2020", "2020-03-03", "3. März 2020", "day-month-year"},
            {"6. Jänner 2021", "2021-01-06", "6. Jänner 2021", "day-month-year"},
            {"1° gennaio 2024", "2024-01-01", "1° gennaio 2024", "day-month-year"},
            {"25 apr 1945", "1945-04-25", "25 apr 1945", "day-month-year"},
            {"2 giugno 1946", "1946-06-02", "2 giugno 1946", "day-month-year"},
            {"24 августа 1991 года", "1991-08-24", "24 августа 1991 года", "day-month-year"},
            {"24 АВГУСТА 1991 г. вышел", "1991-08-24", "24 АВГУСТА 1991 г.", "day-month-year"},
            {"9 мая 1945г.", "1945-05-09", "9 мая 1945г.", "day-month-year"},
            {"24 серпня 1991 року", "1991-08-24", "24 серпня 1991 року", "day-month-year"},
            {"7 أغسطس 2015", "2015-08-07", "7 أغسطس 2015", "day-month-year"},
            {"٧ اغسطس ٢٠١٥", "2015-08-07", "٧ اغسطس ٢٠١٥", "day-month-year"},
            {"8 نوفمبر/تشرين الثاني 2024", "2024-11-08", "8 نوفمبر/تشرين الثاني 2024",
             "day-month-year"},
            {"17 تشرين الأول 2019", "2019-10-17", "17 تشرين الأول 2019", "day-month-year"},
            {"14 October 1066", "1066-10-14", "14 October 1066", "day-month-year"},
            {"8\u00A0novembre\u00A02024", "2024-11-08", "8\u00A0novembre\u00A02024",
             "day-month-year"},
            {"2024-11-08", "2024-11-08", "2024-11-08", "iso"},
            {"(2024-11-08)", "2024-11-08", "2024-11-08", "iso"},
            {"2024-11-08T10:30:00Z", "2024-11-08", "2024-11-08", "iso"},
            {"2024-11-08 10:30", "2024-11-08", "2024-11-08", "iso"},
            {"2024-1-8", "2024-01-08", "2024-1-8", "iso"},
            {"2024/11/08", "2024-11-08", "2024/11/08", "year-month-day"},
            {"2024.11.08", "2024-11-08", "2024.11.08", "year-month-day"},
            {"于2024年11月8日举行", "2024-11-08", "2024年11月8日", "year-month-day"},
            {"2024年11月", "2024-11", "2024年11月", "year-month-day"},
            {"2024년 11월 8일", "2024-11-08", "2024년 11월 8일", "year-month-day"},
            {"21/02/2022", "2022-02-21", "21/02/2022", "figures"},
            {"02/21/2022", "2022-02-21", "02/21/2022", "figures"},
            {"21.02.2022", "2022-02-21", "21.02.2022", "figures"},
            {"21-2-2022", "2022-02-21", "21-2-2022", "figures"},
            {"05/05/2022", "2022-05-05", "05/05/2022", "figures"},
            {"in May 2008.", "2008-05", "May 2008", "month-year"},
            {"In March, 2016, the", "2016-03", "March, 2016", "month-year"},
            {"Sept. 1999", "1999-09", "Sept. 1999", "month-year"},
            {"mid-June 2012", "2012-06", "June 2012", "month-year"},
            {"mayo de 2008", "2008-05", "mayo de 2008", "month-year"},
            {"Março de 2016", "2016-03", "Março de 2016", "month-year"},
            {"en mars 2020", "2020-03", "mars 2020", "month-year"},
            {"в ноябре 2024 года", "2024-11", "ноябре 2024 года", "month-year"},
            {"نوفمبر 2024", "2024-11", "نوفمبر 2024", "month-year"},
            {"8-10 November 2024", "2024-11", "8-10 November 2024", "day-month-year"},
            {"November 8–10, 2024", "2024-11", "November 8–10, 2024", "month-day-year"},
            {"Week 8 November 5, 2024", "2024-11-05", "November 5, 2024", "month-day-year"},
            {"Friday, 5 versions, May 5 2006", "2006-05-05", "May 5 2006", "month-day-year"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            const auto found = find_date(c.text);
            REQUIRE(found);
            CHECK(to_string(found->date) == c.date);
            CHECK(std::string_view{c.text}.substr(found->begin, found->end - found->begin) ==
                  c.span);
            CHECK(found->rule == c.rule);
        }
    }

    TEST_CASE("what only looks like a date is none")
    {
        const std::string cases[] = {
            "",
            "no figures at all",
            "version 1.2.3",
            "version 2024.1.2",
            "release 10.15.7.2024",
            "call +1 202-555-0143",
            "555-12-2024",
            "it ended 3-2",
            "worth $2024 or $8 November",
            "€1991, May",
            "they may march on Rome",
            "You May 2 times try",
            "Theresa May said 2017 was hard",
            "2022-13-01",
            "2022-02-30",
            "2023-02-29",
            "31 February 2024",
            "February 30, 2024",
            "0 May 2024",
            "32 May 2024",
            "1999-2013",
            "the 2010-11 season",
            "2024-11",
            "2024/11",
            "03/04/2022",
            "3.4.2022",
            "12-11-2022",
            "13/13/2022",
            "21/02/22",
            "in 2024 alone",
            "Mars 2020 rover",
            "Marco 2008",
            "a Nissan نيسان 2024",
            "sat out 2000 hours",
            "May 1990s",
            "May 20245",
            "at 1530 GMT on 3 March 1530 GMT",
            "May 1066 men",
            "B2024-11-08x",
            "id_2024-11-08",
            "path/2024/11/08/story",
            "https://example.org/2024-11-08-story?d=2024-11-08x",
            "12:30 8:15",
            "2024年13月8日",
            "8 Novembrio 2024",
            "8 Maybe 2024",
            "8.5 May 2024",
        };
        for (const std::string& text : cases) {
            CAPTURE(text);
            const auto found = find_date(text);
            CHECK((found ? to_string(found->date) : "") == "");
        }
    }

    TEST_CASE("the search goes on from an offset, and never before it")
    {
        const std::string_view text = "From 1 May 2001 to June 3, 2002 and 2003-07-04.";
        std::string dates;
        std::size_t from = 0;
        while (const auto found = find_date(text, from)) {
            CHECK(found->begin >= from);
            dates += to_string(found->date) + " ";
            from = found->end;
        }
        CHECK(dates == "2001-05-01 2002-06-03 2003-07-04 ");
        CHECK_FALSE(find_date("November 8, 2024", 3));
        CHECK_FALSE(find_date("2024-11-08", 10));
        CHECK_FALSE(find_date("2024-11-08", 11));
    }

    TEST_CASE("a day without a year is found where it is clearly one")
    {
        const struct {
            std::string text;
            const char* day;  ///< month-day, "" for none
        } cases[] = {
            {"aired on February 16.", "2-16"},
            {"on Feb. 16, he said", "2-16"},
            {"on the 3rd of July the", "7-3"},
            {"el 16 de febrero, dijo", "2-16"},
            {"No dia 16 de março", "3-16"},
            {"le 14 juillet", "7-14"},
            {"am 3. Oktober", "10-3"},
            {"il 25 aprile", "4-25"},
            {"9 мая в Москве", "5-9"},
            {"في 17 نوفمبر", "11-17"},
            {"on May 1", "5-1"},
            {"born on February 29", "2-29"},
            {"you may 5 times", ""},
            {"march 3 miles", ""},
            {"12 mar adentro", ""},
            {"March 3.5 miles", ""},
            {"in May 50 people", ""},
            {"February 30", ""},
            {"scored May 5-3", ""},
            {"on June 5-7", ""},
            {"set 5 records", ""},
            {"up May 5% from", ""},
            {"In November, 8 people", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            const auto found = find_day(c.text);
            const OpenDay* open = found ? std::get_if<OpenDay>(&*found) : nullptr;
            CHECK((open == nullptr ? std::string{} : day_of(*open)) == c.day);
        }
    }

    TEST_CASE("a field may also be a bare year, a month, a time stamp")
    {
        const struct {
            std::string text;
            const char* date;  ///< "" for none
        } cases[] = {
            {"1987", "1987"},
            {" 2024-11 ", "2024-11"},
            {"2024/11", "2024-11"},
            {"20241108", "2024-11-08"},
            {"20241108T103000Z", "2024-11-08"},
            {"202411081030", "2024-11-08"},
            {"20241108103000", "2024-11-08"},
            {"1731061800", "2024-11-08"},
            {"1731061800.25", "2024-11-08"},
            {"1731061800123", "2024-11-08"},
            {"2024-11-08T23:30:00-05:00", "2024-11-08"},
            {"Thu, 08 Nov 2024 10:30:00 GMT", "2024-11-08"},
            {"Updated: Friday, 8 November 2024 at 10:30", "2024-11-08"},
            {"13/10/2017 05h27", "2017-10-13"},
            {"29 de março de 2018", "2018-03-29"},
            {"", ""},
            {"yesterday", ""},
            {"07/02/2018 06h00", ""},
            {"2024-13", ""},
            {"20241308", ""},
            {"0999", ""},
            {"12", ""},
            {"99999999999999999999", ""},
            {"-1731061800", ""},
            {"2024-11-", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            const auto date = read_date_field(c.text);
            CHECK((date ? to_string(*date) : "") == c.date);
        }
    }

    TEST_CASE("hostile text is read to its end")
    {
        constexpr std::size_t kSize = 50'000;
        for (const std::string piece :
             {"9", "1 ", "May ", "May 5 ", "2024-", "31/12/", "\xD9", "٢", "(", "de 1 de ", "-1",
              "a", "\n", "5 \xCC\x81", "Nov.8,", "1:1:1:"}) {
            CAPTURE(piece);
            const std::string text = repeated(piece, kSize);
            std::size_t from = 0;
            while (const auto found = find_day(text, from)) {
                const std::size_t end =
                    std::visit([](const auto& date) { return date.end; }, *found);
                REQUIRE(end > from);
                REQUIRE(end <= text.size());
                from = end;
            }
            CHECK_FALSE(find_date(text.substr(0, 40), 40));
        }
        CHECK_FALSE(find_date(std::string_view{"\0\0 8 \0 May", 10}));
        CHECK(read_date_field(repeated("9", 20 * kSize)) == std::nullopt);
        CHECK_FALSE(find_date(repeated("a", 20 * kSize)));
    }

    TEST_CASE("a date in figures may prove its order")
    {
        using dateline::indexer::DayOrder;
        using dateline::indexer::shown_order;
        CHECK(shown_order("21/02/2022 10:00") == DayOrder::DayFirst);
        CHECK(shown_order("Mon 2/21/2022") == DayOrder::MonthFirst);
        for (const char* const none :
             {"03/04/2022", "04/04/2022", "2022-02-21", "21 February 2022", "99/99/2022", ""}) {
            CAPTURE(none);
            CHECK(shown_order(none) == DayOrder::Unknown);
        }
    }
}
