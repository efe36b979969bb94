#include "common/text/word_filter.hpp"

#include <doctest/doctest.h>
#include <string>

TEST_SUITE("common/text/word_filter")
{
    TEST_CASE("what was added is always found, and little else")
    {
        dateline::WordFilter<1U << 14U> filter;
        const auto word = [](std::size_t n) {
            return std::string(n % 23, 'a') + std::to_string(n) + std::string(n % 7, 'z');
        };
        for (std::size_t n = 0; n < 1000; ++n) { filter.add(word(n)); }
        for (std::size_t n = 0; n < 1000; ++n) { CHECK(filter.may_have(word(n))); }
        std::size_t others = 0;
        for (std::size_t n = 1000; n < 11'000; ++n) { others += filter.may_have(word(n)) ? 1 : 0; }
        CHECK(others < 1500);
        CHECK_FALSE(filter.may_have(std::string(1'000'000, 'q')));
    }

    TEST_CASE("an empty word is a word")
    {
        dateline::WordFilter<1024> filter;
        CHECK_FALSE(filter.may_have(""));
        filter.add("");
        CHECK(filter.may_have(""));
    }
}
