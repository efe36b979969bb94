#include "indexer/input/file_name.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace dateline::indexer;
using namespace std::string_literals;

TEST_SUITE("indexer/input/file_name")
{
    TEST_CASE("endings are compared without regard to capitals")
    {
        CHECK(has_ending("a.txt", ".txt"));
        CHECK(has_ending("A.TxT", ".txt"));
        CHECK(has_ending(".txt", ".txt"));
        CHECK_FALSE(has_ending("txt", ".txt"));
        CHECK_FALSE(has_ending("a.txt.gz", ".txt"));
        CHECK_FALSE(has_ending("", ".txt"));
    }

    TEST_CASE("signatures and NULs make bytes binary")
    {
        const struct {
            std::string bytes;
            bool signature;
            bool binary;
        } cases[] = {
            {"", false, false},
            {"GIF89a", true, true},
            {"PK\x03\x04", true, true},
            {"Packed", false, false},
            {"news\0"s, false, true},
            {"\xff\xfeN\0"s, false, true},
            {"\xd0\x9d\xd0\xbe\xd0\xb2", false, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.bytes);
            CHECK(has_signature(c.bytes) == c.signature);
            CHECK(is_binary(c.bytes) == c.binary);
        }
    }

    TEST_CASE("the first sign stands behind blanks and a byte order mark")
    {
        CHECK(first_sign("") == '\0');
        CHECK(first_sign("\xef\xbb\xbf") == '\0');
        CHECK(first_sign("\xef\xbb\xbf \r\n{") == '{');
        CHECK(first_sign("x") == 'x');
    }
}
