#include "searcher/query/day_words.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::Date;
using dateline::searcher::parse_days;

TEST_SUITE("searcher/query/day_words")
{
    TEST_CASE("spans that end today, comparisons, ranges")
    {
        constexpr std::chrono::sys_days now{std::chrono::year{2024} / 3 / 31};
        const struct {
            const char* text;
            const char* days;
        } cases[] = {
            {"today", "2024-03-31..2024-03-31"},
            {"yesterday", "2024-03-30..2024-03-30"},
            {"last-1-day", "2024-03-31..2024-03-31"},
            {"last-30-days", "2024-03-02..2024-03-31"},
            {"last-2-weeks", "2024-03-18..2024-03-31"},
            {"last-1-month", "2024-03-01..2024-03-31"},
            {"last-13-months", "2023-03-01..2024-03-31"},
            {"last-2-years", "2022-04-01..2024-03-31"},
            {"last-9999-years", "0001-01-01..2024-03-31"},
            {">=2022-05", "2022-05-01..9999-12-31"},
            {">2022-05", "2022-06-01..9999-12-31"},
            {"<=2022", "0001-01-01..2022-12-31"},
            {"<2022-05-01", "0001-01-01..2022-04-30"},
            {"2022..2023", "2022-01-01..2023-12-31"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            const auto days = parse_days(c.text, now);
            REQUIRE(days);
            CHECK(to_string(Date{days->first}) + ".." + to_string(Date{days->last}) == c.days);
        }
    }

    TEST_CASE("what is no day is an error")
    {
        for (const std::string text :
             {"", "last", "last-", "last-days", "last-0-days", "last--3-days", "last-30",
              "last-3-eons", "last-99999999999999999999-days", ">", ">=", ">9999", "<0001", "=2022",
              ">=2022-13", "tomorrow", "2023..2022", ">=2022..2023"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_days(text, std::chrono::sys_days{}));
        }
    }
}
