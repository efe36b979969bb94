#include "searcher/search/stretches.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <random>
#include <vector>

using dateline::searcher::Stretch;
using dateline::searcher::Stretches;

namespace {

/// Marks the articles of a stretch; each only once.
void mark(const Stretch& stretch, std::vector<std::vector<bool>>& taken)
{
    REQUIRE(stretch.begin < stretch.end);
    REQUIRE(stretch.end <= taken.at(stretch.segment).size());
    CHECK(stretch.begin % 64 == 0);
    for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
        REQUIRE_FALSE(taken[stretch.segment][i]);
        taken[stretch.segment][i] = true;
    }
}

}  // namespace

TEST_SUITE("searcher/search/stretches")
{
    TEST_CASE("every article is handed out once, from whichever end")
    {
        const std::vector<std::vector<std::size_t>> indexes = {
            {}, {0}, {1}, {4096}, {4097}, {20'000, 0, 63, 64, 50'001}, {100'000}};
        std::mt19937 random{7};
        for (const auto& sizes : indexes) {
            for (unsigned way = 0; way < 4; ++way) {
                std::vector<std::vector<bool>> taken;
                for (const std::size_t size : sizes) { taken.emplace_back(size); }
                Stretches stretches{sizes};
                for (;;) {
                    const bool is_first = way == 0 || (way > 1 && random() % way == 0);
                    const auto stretch = is_first ? stretches.take_first() : stretches.take_last();
                    if (!stretch) { break; }
                    mark(*stretch, taken);
                }
                CHECK(stretches.left() == 0);
                for (const auto& of_segment : taken) {
                    CHECK(std::find(of_segment.begin(), of_segment.end(), false) ==
                          of_segment.end());
                }
            }
        }
    }

    TEST_CASE("the front goes on where it ended; the back takes less and less")
    {
        const std::vector<std::size_t> sizes{40'960, 8192};
        Stretches stretches{sizes};
        CHECK((stretches.take_first() == Stretch{0, 0, 4096}));
        CHECK((stretches.take_first() == Stretch{0, 4096, 8192}));
        CHECK((stretches.take_last() == Stretch{1, 0, 8192}));  // two of the ten that are left
        CHECK((stretches.take_last() == Stretch{0, 32'768, 40'960}));
        CHECK((stretches.take_last() == Stretch{0, 28'672, 32'768}));
        CHECK((stretches.take_first() == Stretch{0, 8192, 12'288}));
    }
}
