#include "common/text/word_set.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::WordSet;

namespace {

constexpr WordSet kWords{
    std::to_array<std::string_view>({"a", "ab", "ba", "aab", "aba", "baa", "июль", "июля"})};

static_assert(kWords.contains("aba") && !kWords.contains("abb"));

}  // namespace

TEST_SUITE("common/text/word_set")
{
    TEST_CASE("words that look alike to the table are told apart, and each has its number")
    {
        CHECK(kWords.find("a") == 0);
        CHECK(kWords.find("ba") == 2);
        CHECK(kWords.find("baa") == 5);
        CHECK(kWords.find("июль") == 6);
        CHECK(kWords.find("июля") == 7);
        for (const char* absent : {"", "b", "abab", "июл", "A", "a "}) {
            CAPTURE(absent);
            CHECK(kWords.find(absent) == kWords.size());
        }
        CHECK_FALSE(kWords.contains(std::string(1'000'000, 'a')));
    }
}
