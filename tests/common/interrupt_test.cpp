#include "common/interrupt.hpp"

#include <array>
#include <csignal>
#include <doctest/doctest.h>
#include <unistd.h>

TEST_SUITE("common/interrupt")
{
    TEST_CASE("a cancel ends the wait for input, also if it came before")
    {
        std::array<int, 2> lines{};
        REQUIRE(::pipe(lines.data()) == 0);
        dateline::catch_cancels();
        for (int times = 0; times < 3; ++times) {
            std::raise(SIGINT);
            std::raise(SIGINT);
            CHECK(dateline::is_cancelled());
            CHECK_FALSE(dateline::wait_for_input(lines[0]));
            dateline::forget_cancel();
            CHECK_FALSE(dateline::is_cancelled());
        }
        REQUIRE(::write(lines[1], "x", 1) == 1);
        CHECK(dateline::wait_for_input(lines[0]));
        ::close(lines[1]);
        CHECK(dateline::wait_for_input(lines[0]));  // there is more to read, then the end
        std::signal(SIGINT, SIG_DFL);
        ::close(lines[0]);
    }
}
