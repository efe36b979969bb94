#include "searcher/bench/histogram.hpp"

#include <doctest/doctest.h>
#include <limits>
#include <string>

using namespace dateline::searcher;

namespace {

/// "1–1.5: 2 0 | 1.5–2: 0 1": each bucket with the counts of the series.
std::string told(const std::vector<std::vector<double>>& series)
{
    const Histogram histogram = histogram_of(series);
    const auto text = [](double number) {
        std::string digits = std::to_string(number);
        digits.erase(digits.find_last_not_of('0') + 1);
        return digits.ends_with('.') ? digits.substr(0, digits.size() - 1) : digits;
    };
    std::string all;
    for (std::size_t i = 0; i + 1 < histogram.borders.size(); ++i) {
        all += (all.empty() ? "" : " | ") + text(histogram.borders[i]) + "-" +
               text(histogram.borders[i + 1]) + ":";
        for (const auto& counts : histogram.counts) { all += ' ' + std::to_string(counts[i]); }
    }
    return all;
}

}  // namespace

TEST_SUITE("searcher/bench/histogram")
{
    TEST_CASE("buckets grow, begin and end where there is something, and hold their lower border")
    {
        const struct {
            std::vector<std::vector<double>> series;
            std::string expected;
        } cases[] = {
            {{}, ""},
            {{{}, {}}, ""},
            {{{1}}, "1-1.5: 1"},
            {{{1.4999, 1.5, 1.9999, 2}}, "1-1.5: 1 | 1.5-2: 2 | 2-3: 1"},
            {{{3, 30}}, "3-5: 1 | 5-7: 0 | 7-10: 0 | 10-15: 0 | 15-20: 0 | 20-30: 0 | 30-50: 1"},
            {{{0.07}, {0.2}}, "0.07-0.1: 1 0 | 0.1-0.15: 0 0 | 0.15-0.2: 0 0 | 0.2-0.3: 0 1"},
            {{{0.3}}, "0.3-0.5: 1"},
            {{{0, 1e-9}}, "0.0001-0.00015: 2"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.expected);
            CHECK(told(c.series) == c.expected);
        }
    }

    TEST_CASE("no number is lost, whatever it is")
    {
        const double odd[] = {0,    -1,   1e300, std::numeric_limits<double>::infinity(),
                              5e-5, 7e-4, 1e7,   9.999e7};
        for (const double value : odd) {
            CAPTURE(value);
            const Histogram histogram = histogram_of({{value}});
            REQUIRE(histogram.counts.size() == 1);
            REQUIRE(histogram.counts[0].size() == 1);
            CHECK(histogram.counts[0][0] == 1);
            CHECK(histogram.borders.size() == 2);
        }
    }
}
