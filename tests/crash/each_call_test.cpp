// dateline-index, killed at each of the system calls by which it changes an index.
#include "tests/crash/support/scale.hpp"
#include "tests/crash/support/story.hpp"
#include "tests/crash/support/trace.hpp"

#include <algorithm>
#include <csignal>
#include <doctest/doctest.h>
#include <functional>

using namespace dateline::tests;

namespace {

constexpr std::string_view kHarness = "each call";

/// What can change files, folders and locks; mapping besides.
const std::string kChanging =
    "openat,creat,write,writev,pwrite64,pwritev,ftruncate,fallocate,fsync,fdatasync,rename,"
    "renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,flock,fcntl,mmap,link,linkat,symlink";

}  // namespace

TEST_SUITE("crash/each_call")
{
    TEST_CASE("killed at a system call: what was published stays, the same command completes it")
    {
        if (const std::string why = why_no_tracing(); !why.empty()) {
            MESSAGE("SKIPPED: " << why);
            return;
        }
        const Sandbox sandbox;
        Dice dice{kHarness};
        const Story story{sandbox, dice.seed(), in_scale(8, 16)};
        const std::string index = sandbox.at("index");
        const std::size_t stride = in_scale(8, 1);
        const std::size_t steps = in_scale(4, story.steps());
        std::size_t place = dice.below(stride);
        std::size_t seen = 0;
        std::size_t kills = 0;
        for (std::size_t step = 0; step < steps; ++step) {
            const Words command = program_command("dateline-index", story.words(step, index));
            copy_index(story.index_after(step), index);
            auto calls = calls_of(command, kChanging, index, sandbox.at("log"));
            // What a kill at any other call leaves, one at the next of these leaves, too.
            if (in_scale(1, 0) == 1) {
                calls.erase(
                    std::remove_if(calls.begin(), calls.end(), std::not_fn(changes_something)),
                    calls.end());
            }
            REQUIRE(calls.size() > 30);
            seen += calls.size();
            for (; place < calls.size(); place += stride) {
                CAPTURE(step);
                CAPTURE(calls[place].number);
                CAPTURE(calls[place].text);
                copy_index(story.index_after(step), index);
                const Disturbed disturbed = run_disturbed(command, calls[place], "signal=SIGKILL",
                                                          index, sandbox.at("log"));
                CHECK(disturbed.ended.code == 128 + SIGKILL);
                const std::string trouble = story.trouble_within(index, step);
                REQUIRE_MESSAGE(trouble.empty(), trouble);
                const std::string repeated = story.trouble_when_repeated(index, step);
                REQUIRE_MESSAGE(repeated.empty(), repeated);
                ++kills;
            }
            place -= calls.size();
        }
        tell(kHarness, "killed at " + std::to_string(kills) + " of " + std::to_string(seen) +
                           " calls in " + std::to_string(steps) + " commands: all whole");
    }
}
