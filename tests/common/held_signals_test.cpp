#include "common/held_signals.hpp"

#include "common/interrupt.hpp"

#include <array>
#include <doctest/doctest.h>
#include <unistd.h>

using dateline::HeldSignals;

namespace {

int seen = 0;

extern "C" void see(int signal) { seen = signal; }

}  // namespace

TEST_SUITE("common/held_signals")
{
    TEST_CASE("signals wait in order, and end the wait for input")
    {
        std::array<int, 2> lines{};
        REQUIRE(::pipe(lines.data()) == 0);
        REQUIRE(::write(lines[1], "x", 1) == 1);
        HeldSignals held;
        CHECK(held.take() == 0);
        CHECK(dateline::wait_for_input(lines[0]));
        for (const int signal : {SIGTERM, SIGTSTP, SIGWINCH}) { std::raise(signal); }
        CHECK_FALSE(dateline::wait_for_input(lines[0]));
        CHECK_FALSE(dateline::is_cancelled());
        for (const int signal : {SIGTERM, SIGTSTP, SIGWINCH, 0}) { CHECK(held.take() == signal); }
        CHECK(dateline::wait_for_input(lines[0]));
        ::close(lines[0]);
        ::close(lines[1]);
    }

    TEST_CASE("one does its work when it is let, and at the end if nobody took it")
    {
        const auto before = std::signal(SIGTERM, see);
        seen = 0;
        {
            HeldSignals held;
            std::raise(SIGTERM);
            CHECK(held.take() == SIGTERM);
            CHECK(seen == 0);
            held.let(SIGTERM);
            CHECK(seen == SIGTERM);
            seen = 0;
            std::raise(SIGTERM);
            CHECK(seen == 0);
        }
        CHECK(seen == SIGTERM);
        std::signal(SIGTERM, before);
    }

    TEST_CASE("what was ignored stays so")
    {
        const auto before = std::signal(SIGTSTP, SIG_IGN);
        {
            const HeldSignals held;
            std::raise(SIGTSTP);
            CHECK(held.take() == 0);
        }
        std::signal(SIGTSTP, before);
    }
}
