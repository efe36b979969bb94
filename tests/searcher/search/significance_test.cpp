#include "searcher/search/significance.hpp"

#include <doctest/doctest.h>

using dateline::searcher::log_likelihood;

TEST_SUITE("searcher/search/significance")
{
    TEST_CASE("the log-likelihood ratio is that of the four-field table, for what is more frequent")
    {
        const struct {
            double a, hits, b, others, g2;
        } cases[] = {
            {10, 100, 10, 900, 21.1770},
            {5, 5, 0, 95, 39.7030},
            {1, 100, 10, 100, 0},   // rarer among the hits
            {10, 100, 10, 100, 0},  // as frequent
            {0, 100, 0, 100, 0},
            {5, 5, 0, 0, 0},  // nothing to set them apart from
            {0, 0, 5, 5, 0},
        };
        for (const auto& c : cases) {
            CAPTURE(c.a);
            CAPTURE(c.hits);
            CHECK(log_likelihood(c.a, c.hits, c.b, c.others) == doctest::Approx(c.g2));
        }
    }
}
