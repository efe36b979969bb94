#include "benchmarks/quality/body_overlap.hpp"

#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

using namespace dateline::quality;

namespace {

struct Overlap {
    std::string gold;
    std::string kept;
    Counts counts;
};

void check(Counts (*overlap)(std::string_view, std::string_view), const std::vector<Overlap>& cases)
{
    for (const Overlap& c : cases) {
        CAPTURE(c.gold);
        CAPTURE(c.kept);
        const Counts counts = overlap(c.gold, c.kept);
        CHECK(counts.gold == c.counts.gold);
        CHECK(counts.found == c.counts.found);
        CHECK(counts.right == c.counts.right);
    }
}

}  // namespace

TEST_SUITE("benchmarks/quality/body_overlap")
{
    TEST_CASE("words are right as often as both texts have them")
    {
        check(body_overlap, {{"", "", {0, 0, 0}},
                             {"the river rose", "The river\n\nROSE.", {3, 3, 3}},
                             {"the river rose", "the river rose share this", {3, 5, 3}},
                             {"a b a", "a a a", {3, 3, 2}},
                             {"one two", "", {2, 0, 0}},
                             {"", "share this", {0, 2, 0}}});
    }

    TEST_CASE("runs of four words are those of both texts, as they stand")
    {
        check(run_overlap, {{"", "", {0, 0, 0}},
                            {"a b c d e", "a b, c d e!", {2, 2, 2}},
                            {"a b c d e", "A b c d e", {2, 2, 1}},
                            {"a b c d e", "share this a b c d e", {2, 4, 2}},
                            {"a b", "a b", {1, 1, 1}},
                            {"a b", "a b c", {1, 1, 0}},
                            {"a a a a a", "a a a a", {2, 1, 1}},
                            {"one", "", {1, 0, 0}},
                            {"река 9 мая_2 и", "река, 9 мая_2 и", {1, 1, 1}}});
    }

    TEST_CASE("a body that stands twice is seen, one with a refrain is not")
    {
        std::string body;
        for (int i = 0; i < 60; ++i) { body += "word" + std::to_string(i) + ' '; }
        const std::string refrain = "and so we sail on again to the far north sea ";
        CHECK_FALSE(is_doubled(body));
        CHECK(is_doubled(body + "\n\n" + body));
        CHECK(is_doubled(body + "Read more:\n\n" + body + "Share this"));
        CHECK_FALSE(is_doubled(refrain + body + refrain));
        CHECK_FALSE(is_doubled("no no no no no no no no no no"));
        CHECK_FALSE(is_doubled(""));
    }
}
