#include "indexer/segment/merge_policy.hpp"

#include <doctest/doctest.h>
#include <random>

using dateline::indexer::choose_merge;
using dateline::indexer::kMaxSegments;
using dateline::indexer::SegmentWeight;

namespace {

constexpr std::uint64_t kMB = 1 << 20;

SegmentWeight segment(std::uint64_t text_bytes, std::uint64_t removed = 0)
{
    return {.text_bytes = text_bytes, .articles = 100, .removed = removed};
}

std::vector<SegmentWeight> of_sizes(const std::vector<std::uint64_t>& sizes)
{
    std::vector<SegmentWeight> segments;
    for (const std::uint64_t text_bytes : sizes) { segments.push_back(segment(text_bytes)); }
    return segments;
}

}  // namespace

TEST_SUITE("indexer/segment/merge_policy")
{
    TEST_CASE("what is merged")
    {
        using Places = std::vector<std::size_t>;
        const struct {
            const char* what;
            std::vector<SegmentWeight> segments;
            Places expected;
        } cases[] = {
            {"nothing there", {}, {}},
            {"ten of any size", of_sizes({10, 10, 10, 10, 10, 10, 10, 10, 900, 5000}), {}},
            {"eleven alike",
             of_sizes({7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7}),
             {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}},
            {"two at least",
             of_sizes({1, 9, 99, 300, 900, 3000, 9000, 30000, 1 << 17, 1 << 20, 1 << 23}),
             {0, 1}},
            {"no larger than those before it together",
             of_sizes({1 << 30, 500, 10, 20, 30, 60, 121, 4000, 9000, 20000, 50000}),
             {2, 3, 4, 5}},
            {"a fifth removed", {segment(kMB, 20)}, {}},
            {"more than a fifth removed", {segment(kMB), segment(90 * kMB, 21)}, {1}},
            {"all removed", {segment(kMB, 100)}, {0}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            CHECK(choose_merge(c.segments) == c.expected);
        }
    }

    TEST_CASE("whatever is added, there are few segments and articles are moved seldom")
    {
        std::mt19937 random{3};
        for (const std::uint64_t largest : {std::uint64_t{5000}, 3 * kMB, 70 * kMB}) {
            CAPTURE(largest);
            std::vector<SegmentWeight> segments;
            std::uint64_t added = 0;
            std::uint64_t moved = 0;
            for (int i = 0; i < 2000; ++i) {
                const std::uint64_t bytes = 1 + random() % largest;
                segments.push_back(segment(bytes));
                added += bytes;
                for (auto chosen = choose_merge(segments); !chosen.empty();
                     chosen = choose_merge(segments)) {
                    SegmentWeight merged;
                    for (auto place = chosen.rbegin(); place != chosen.rend(); ++place) {
                        merged.text_bytes += segments[*place].text_bytes;
                        merged.articles += segments[*place].articles;
                        segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(*place));
                    }
                    moved += merged.text_bytes;
                    segments.push_back(merged);
                }
                REQUIRE(segments.size() <= kMaxSegments);
            }
            CHECK(moved < 5 * added);
        }
    }
}
