#include "searcher/bench/statistics.hpp"

#include <doctest/doctest.h>

using namespace dateline::searcher;

TEST_SUITE("searcher/bench/statistics")
{
    TEST_CASE("a percentile is the value at the nearest rank, whatever the order")
    {
        const struct {
            std::vector<double> values;
            double share;
            double expected;
        } cases[] = {
            {{}, 0.5, 0},
            {{7}, 0.5, 7},
            {{7}, 0.99, 7},
            {{3, 1, 2}, 0.5, 2},
            {{4, 1, 3, 2}, 0.5, 2},
            {{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 0.9, 9},
            {{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, 0.99, 10},
            {{1, 2}, 0, 1},
        };
        for (const auto& c : cases) {
            CAPTURE(c.share);
            CAPTURE(c.values.size());
            CHECK(percentile(c.values, c.share) == c.expected);
        }
    }

    TEST_CASE("a figure has the median, the range and the spread of its rounds")
    {
        CHECK_FALSE(figure_of({}));
        const auto odd = figure_of({4, 2, 3});
        REQUIRE(odd);
        CHECK(odd->median == 3);
        CHECK(odd->least == 2);
        CHECK(odd->most == 4);
        CHECK(odd->spread() == doctest::Approx(2.0 / 3));
        CHECK(figure_of({1, 2})->median == 1.5);
        CHECK(figure_of({5})->spread() == 0);
    }
}
