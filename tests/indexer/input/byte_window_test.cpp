#include "indexer/input/byte_window.hpp"

#include "tests/support/dump_reading.hpp"

#include <doctest/doctest.h>

using dateline::indexer::ByteWindow;
using dateline::tests::PortionSource;

TEST_SUITE("indexer/input/byte_window")
{
    TEST_CASE("the window shows what has been read and not dropped")
    {
        PortionSource source{"abcdefgh", 3};
        ByteWindow window{source};
        CHECK(window.view().empty());
        CHECK(window.more());
        CHECK(window.view() == "abc");
        window.drop(2);
        CHECK(window.more());
        CHECK(window.view() == "cdef");
        CHECK(window.offset() == 2);
        CHECK(window.more());
        CHECK_FALSE(window.more());
        CHECK(window.view() == "cdefgh");
        window.drop(6);
        CHECK(window.view().empty());
        CHECK_FALSE(window.failed());
    }

    TEST_CASE("it grows, and moves, without losing a byte")
    {
        std::string bytes(3'000'000, '\0');
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            bytes[at] = static_cast<char>(at % 251);
        }
        PortionSource source{bytes, 70'001};
        ByteWindow window{source};
        std::string seen;
        while (window.more()) {
            if (window.view().size() < 900'000) { continue; }
            seen += window.view().substr(0, 640'000);
            window.drop(640'000);
        }
        seen += window.view();
        CHECK(seen == bytes);
    }

    TEST_CASE("a failure ends it, and is told apart from the end")
    {
        PortionSource source{"abc", 10, true};
        ByteWindow window{source};
        CHECK(window.more());
        CHECK_FALSE(window.more());
        CHECK(window.failed());
        CHECK(window.view() == "abc");
    }
}
