#include "searcher/output/bars.hpp"

#include "common/text/display_width.hpp"

#include <doctest/doctest.h>
#include <limits>

using namespace dateline;
using namespace dateline::searcher;

TEST_SUITE("searcher/output/bars")
{
    TEST_CASE("a bar is as long as its share of the largest, in eighths")
    {
        constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
        const struct {
            std::uint64_t count;
            std::uint64_t largest;
            const char* bar;
        } cases[] = {
            {0, 10, ""},         {0, 0, ""},         {5, 0, ""},       {1, 1, "████"},
            {1, 2, "██"},        {1, 8, "▌"},        {3, 8, "█▌"},     {1, 1000, "▏"},
            {999, 1000, "████"}, {31, 32, "███▉"},   {20, 10, "████"}, {kMost, kMost, "████"},
            {1, kMost, "▏"},     {kMost, 1, "████"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.count);
            CAPTURE(c.largest);
            CHECK(bar(c.count, c.largest, 4) == c.bar);
        }
    }

    TEST_CASE("no bar is wider than it may be")
    {
        for (std::uint64_t count = 0; count <= 500; ++count) {
            CHECK(display_width(bar(count, 500, 60)) <= 60);
        }
    }
}
