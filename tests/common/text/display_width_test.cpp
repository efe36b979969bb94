#include "common/text/display_width.hpp"

#include <doctest/doctest.h>

using namespace dateline;

TEST_SUITE("common/text/display_width")
{
    TEST_CASE("columns of text in all scripts")
    {
        const struct {
            const char* text;
            std::size_t columns;
        } cases[] = {
            {"", 0},
            {"Caracas", 7},
            {"Nicolás", 7},
            {"Nicola\u0301s", 7},
            {"北京", 4},
            {"ｆｕｌｌ", 8},
            {"ﾊﾝｶｸ", 4},
            {"서울", 4},
            {"\u1109\u1165\u110B\u116E\u11AF", 4},  // Seoul in single jamo
            {"القاهرة", 7},
            {"שָׁלוֹם", 4},
            {"ก้อง", 3},
            {"\u200Ba\u2060b\uFEFF", 2},
            {"🎉", 2},
            {"❤", 1},
            {"❤\uFE0F", 2},
            {"1\uFE0F\u20E3", 2},
            {"🇺🇾", 2},
            {"👨‍👩‍👧‍👦", 8},
            {"█▏", 2},
            {"…", 1},
            {"\uFFFD", 1},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(display_width(c.text) == c.columns);
        }
    }

    TEST_CASE("text is cut between letters, not between a letter and its marks")
    {
        const struct {
            const char* text;
            std::size_t columns;
            const char* shown;
        } cases[] = {
            {"Maduro", 6, "Maduro"},
            {"Maduro", 5, "Madu…"},
            {"Maduro", 1, "…"},
            {"Maduro", 0, "…"},
            {"", 0, ""},
            {"e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301e\u0301"},
            {"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
            {"北京北京", 8, "北京北京"},
            {"北京北京", 7, "北京北…"},
            {"北京北京", 6, "北京…"},
            {"x👨‍👩‍👧‍👦y", 9, "x…"},
            {"a\nb", 3, "a b"},
            {"a\x1b[31m", 4, "a\\u…"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(displayable(c.text, c.columns) == c.shown);
        }
    }

    TEST_CASE("no more than thirty marks on a letter are shown")
    {
        std::string tower = "z";
        for (int mark = 0; mark < 100'000; ++mark) { tower += "\u0335"; }
        tower += "!";
        CHECK(displayable(tower).size() == 1 + 30 * 2 + 1);
        CHECK(display_width(displayable(tower)) == 2);
    }

    TEST_CASE("a cluster that would join without an end has an end")
    {
        std::string family;
        for (int member = 0; member < 10'000; ++member) { family += "👨\u200D"; }
        CHECK(first_cluster(family).columns <= 8);
        CHECK(bytes_that_fit(family, 80) < 80 * 8);
        CHECK(display_width(family) == 20'000);
    }

    TEST_CASE("padding fills up to a width, and never takes away")
    {
        CHECK(padding("北京", 6) == "  ");
        CHECK(padding("北京", 3).empty());
        CHECK(padding("", 2) == "  ");
    }
}
