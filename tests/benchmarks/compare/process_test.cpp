#include "benchmarks/compare/process.hpp"

#include "benchmarks/compare/read_text.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <sys/resource.h>

using namespace dateline;
using namespace dateline::compare;

TEST_SUITE("benchmarks/compare/process")
{
    TEST_CASE("a command is run to its end, with its output kept and its cost known")
    {
        const tests::Sandbox sandbox;
        const auto cost = run_command({"sh", "-c", "echo out; echo err >&2; exit 3"},
                                      sandbox.at("out"), sandbox.at("err"));
        REQUIRE(cost);
        CHECK(cost->exit_code == 3);
        CHECK(cost->seconds > 0);
        CHECK(cost->peak_bytes > 0);
        CHECK(*read_text(sandbox.at("out")) == "out\n");
        CHECK(*read_text(sandbox.at("err")) == "err\n");
        const auto killed = run_command({"sh", "-c", "kill -9 $$"}, "/dev/null", "/dev/null");
        REQUIRE(killed);
        CHECK(killed->exit_code == 128 + 9);
        CHECK_FALSE(run_command({"/there/is/no/such/program"}, "/dev/null", "/dev/null"));
    }

    TEST_CASE("the peak memory of a command is in bytes")
    {
        constexpr std::uint64_t kFilled = 64U << 20U;
        const auto cost = run_command(
            {"awk", "BEGIN { s = \"x\"; while (length(s) < 67108864) s = s s; print length(s) }"},
            "/dev/null", "/dev/null");
        REQUIRE(cost);
        REQUIRE(cost->exit_code == 0);
        rusage own{};  // which Linux counts into a child's: under sanitizers it is the larger
        getrusage(RUSAGE_SELF, &own);
        const std::uint64_t least =
            std::max(kFilled, static_cast<std::uint64_t>(own.ru_maxrss) << 10U);
        CHECK(cost->peak_bytes >= kFilled);
        CHECK(cost->peak_bytes <= 4 * least);
    }

    TEST_CASE("the CPU time of a command is that of the user and of the system")
    {
        // The system ends it after a second of both; opening files is work for the system.
        const auto cost = run_command({"sh", "-c", "ulimit -t 1; while :; do : </dev/null; done"},
                                      "/dev/null", "/dev/null");
        REQUIRE(cost);
        CHECK(cost->exit_code > 128);
        CHECK(cost->cpu_seconds > 0.9);
        CHECK(cost->cpu_seconds < 2);
        CHECK(cost->seconds > 0.9);
    }

    TEST_CASE("a conversation is held line by line, however long the lines are")
    {
        auto started = Conversation::start({"cat"});
        REQUIRE(started);
        Conversation cat = *std::move(started);
        for (const std::string& line :
             {std::string{"one"}, std::string{}, std::string(50000, 'x')}) {
            REQUIRE(cat.send(line));
            const auto echo = cat.receive(std::chrono::seconds{20});
            REQUIRE(echo);
            CHECK(*echo == line);
        }
        REQUIRE(cat.send("two\nthree"));
        CHECK(*cat.receive(std::chrono::seconds{20}) == "two");
        CHECK(*cat.receive(std::chrono::seconds{20}) == "three");
        const auto silence = cat.receive(std::chrono::milliseconds{1});
        REQUIRE_FALSE(silence);
        CHECK(silence.error().kind == ErrorKind::Timeout);
    }

    TEST_CASE("a driver that ended is an error, not a wait")
    {
        auto started = Conversation::start({"sh", "-c", "read line; echo last; exit 1"});
        REQUIRE(started);
        Conversation driver = *std::move(started);
        REQUIRE(driver.send("question"));
        CHECK(*driver.receive(std::chrono::seconds{20}) == "last");
        CHECK_FALSE(driver.receive(std::chrono::seconds{20}));
    }
}
