#include "searcher/output/marks.hpp"

#include <doctest/doctest.h>
#include <limits>
#include <string>

using namespace dateline::searcher;

namespace {

std::string sound(std::string_view text, std::vector<Mark> marks)
{
    make_sound(text, marks);
    std::string out;
    for (const Mark& mark : marks) {
        out += std::to_string(mark.begin) + '-' + std::to_string(mark.end) + ' ';
    }
    return out;
}

}  // namespace

TEST_SUITE("searcher/output/marks")
{
    TEST_CASE("marks become ascending, apart, inside and on character borders")
    {
        constexpr auto kFar = std::numeric_limits<std::size_t>::max();
        const struct {
            const char* text;
            std::vector<Mark> marks;
            const char* sound;
        } cases[] = {
            {"abcdef", {}, ""},
            {"abcdef", {{1, 2}, {4, 6}}, "1-2 4-6 "},
            {"abcdef", {{4, 6}, {1, 2}}, "1-2 4-6 "},
            {"abcdef", {{1, 4}, {2, 6}}, "1-4 4-6 "},
            {"abcdef", {{1, 6}, {2, 3}, {5, 6}}, "1-6 "},
            {"abcdef", {{3, 3}, {5, 2}}, ""},
            {"abcdef", {{4, kFar}, {kFar, kFar}, {kFar - 1, kFar}}, "4-6 "},
            {"", {{0, 1}, {0, 0}, {kFar, 0}}, ""},
            {"é北", {{1, 3}, {3, 5}}, "0-2 2-5 "},
            {"é北", {{0, 5}}, "0-5 "},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CAPTURE(c.sound);
            CHECK(sound(c.text, c.marks) == c.sound);
        }
    }

    TEST_CASE("what is laid over marks is taken out of them")
    {
        const struct {
            std::vector<Mark> marks;
            std::vector<Mark> above;
            std::vector<Mark> all;
        } cases[] = {
            {{}, {}, {}},
            {{{1, 3}}, {}, {{1, 3}}},
            {{}, {{1, 3}}, {{1, 3}}},
            {{{5, 15}}, {{7, 9}}, {{5, 7}, {7, 9}, {9, 15}}},
            {{{5, 15}}, {{0, 3}, {5, 9}, {12, 20}}, {{0, 3}, {5, 9}, {9, 12}, {12, 20}}},
            {{{5, 8}, {9, 12}, {14, 18}}, {{6, 16}}, {{5, 6}, {6, 16}, {16, 18}}},
            {{{5, 8}}, {{5, 8}}, {{5, 8}}},
            {{{5, 8}}, {{8, 9}}, {{5, 8}, {8, 9}}},
            {{{5, 8}}, {{1, 2}, {20, 21}}, {{1, 2}, {5, 8}, {20, 21}}},
        };
        for (const auto& c : cases) {
            std::vector<Mark> marks = c.marks;
            lay_over(marks, c.above);
            CHECK(marks == c.all);
        }
    }
}
