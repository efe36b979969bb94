#include "common/text/number.hpp"

#include <doctest/doctest.h>

TEST_SUITE("common/text/number")
{
    TEST_CASE("digits come in groups of three")
    {
        const struct {
            std::uint64_t number;
            std::string_view text;
        } cases[] = {
            {0, "0"},
            {999, "999"},
            {1000, "1,000"},
            {12345, "12,345"},
            {123456, "123,456"},
            {1234567, "1,234,567"},
            {UINT64_MAX, "18,446,744,073,709,551,615"},
        };
        for (const auto& c : cases) { CHECK(dateline::with_commas(c.number) == c.text); }
    }

    TEST_CASE("sizes have the largest unit that fits")
    {
        const struct {
            std::uint64_t bytes;
            std::string_view text;
        } cases[] = {
            {0, "0 B"},
            {999, "999 B"},
            {1000, "1.0 kB"},
            {999'999, "999.9 kB"},
            {1'000'000, "1.0 MB"},
            {12'345'678, "12.3 MB"},
            {5'000'000'000, "5.0 GB"},
            {UINT64_MAX, "18.4 EB"},
        };
        for (const auto& c : cases) { CHECK(dateline::with_unit(c.bytes) == c.text); }
    }
}
