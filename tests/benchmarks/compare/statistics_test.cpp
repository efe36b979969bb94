#include "benchmarks/compare/statistics.hpp"

#include <doctest/doctest.h>

using namespace dateline::compare;

TEST_SUITE("benchmarks/compare/statistics")
{
    TEST_CASE("a ratio is claimed only if the rounds differ less than it differs from 1")
    {
        const struct {
            std::vector<double> ours;
            std::vector<double> theirs;
            std::string expected;
        } cases[] = {
            {{}, {}, "–"},
            {{1, 2}, {}, "–"},
            {{1}, {0}, "–"},
            {{5}, {10}, "one round"},
            {{3, 4, 9}, {1, 1, 1}, "? (3.00–9.00)"},
            {{5, 5, 5}, {10, 10, 10}, "0.50 ± 0.00"},
            {{4, 5, 6}, {10, 10, 10}, "0.50 ± 0.10"},
            {{9, 10, 11}, {10, 10, 10}, "≈ 1 (0.90–1.10)"},
            {{6, 9, 12}, {10, 10, 10}, "≈ 1 (0.60–1.20)"},
            // A round that was slow for both says the same as the others.
            {{5, 50, 5}, {10, 100, 10}, "0.50 ± 0.00"},
            {{30, 31}, {1, 1}, "30 ± 0"},
            {{2, 2}, {100, 100}, "0.020 ± 0.000"},
            {{4, 4}, {10000, 10000}, "0.0004 ± 0.0000"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.expected);
            CHECK(text_of(ratio_of(c.ours, c.theirs)) == c.expected);
        }
    }

    TEST_CASE("the exponent of growth is the slope over the logarithms")
    {
        using Points = std::vector<std::pair<double, double>>;
        const struct {
            Points points;
            double expected;
        } cases[] = {
            {{{1, 3}, {2, 6}, {4, 12}}, 1},
            {{{10, 5}, {1000, 5}}, 0},
            {{{1, 1}, {2, 4}, {4, 16}}, 2},
        };
        for (const auto& c : cases) {
            const auto exponent = growth_exponent(c.points);
            REQUIRE(exponent);
            CHECK(*exponent == doctest::Approx(c.expected));
        }
        for (const Points& none : {Points{}, Points{{1, 1}}, Points{{2, 1}, {2, 3}},
                                   Points{{1, 1}, {2, 0}}, Points{{0, 1}, {2, 3}}}) {
            CHECK_FALSE(growth_exponent(none));
        }
    }
}
