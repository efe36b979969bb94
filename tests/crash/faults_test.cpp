// Every system call of dateline-index that touches an index fails once: full disk, bad disk,
// interrupted.
#include "tests/crash/support/scale.hpp"
#include "tests/crash/support/story.hpp"
#include "tests/crash/support/trace.hpp"

#include <array>
#include <doctest/doctest.h>

using namespace dateline::tests;

namespace {

constexpr std::string_view kHarness = "faults";

const std::string kWriting = "write,writev,pwrite64,ftruncate,fsync,fdatasync,mkdir,rename";
const std::string kAllCalls =
    kWriting +
    ",openat,pread64,read,newfstatat,fstat,getdents64,mmap,unlink,unlinkat,rmdir,fcntl,"
    "flock";

struct Fault {
    std::string_view error;
    std::string calls;         ///< which can fail so
    bool is_of_changes;        ///< what only reads cannot fail so
    bool is_restarted;         ///< the program tries again: nothing is to be seen of it
    std::string_view message;  ///< otherwise, what the program's errors have to say
};
const auto kFaults = std::to_array<Fault>({
    {"ENOSPC", kWriting + ",openat", true, false, "No space left on device"},
    {"EIO", kAllCalls, false, false, "Input/output error"},
    {"EINTR", "write,writev,pwrite64,pread64,flock", false, true, ""},
});

/// What is wrong with how the program took a fault, apart from its index: "" if nothing.
std::string trouble_with(const Ended& ended, const Fault& fault)
{
    if (ended.code == 0) { return ""; }
    const std::string how = "leaves with " + std::to_string(ended.code) + ": " + ended.err;
    if (fault.is_restarted) { return "not tried again; it " + how; }
    if (ended.code != 3) { return how; }
    if (ended.err.find(fault.message) == std::string::npos) {
        return "does not tell '" + std::string{fault.message} + "'; it " + how;
    }
    if (fault.error == "ENOSPC" && ended.err.find("free some space") == std::string::npos) {
        return "does not tell what to do; it " + how;
    }
    return "";
}

struct Tally {
    std::size_t stride = 1;      ///< every so many calls fail
    std::size_t until_next = 0;  ///< calls that are left out before the next
    std::size_t faults = 0;
    std::size_t borne = 0;  ///< the command was completed all the same
    std::size_t missed = 0;
};

bool can_fail(const SystemCall& call, const Fault& fault)
{
    const std::string names = "," + fault.calls + ",";
    return names.find("," + call.name + ",") != std::string::npos &&
           (!fault.is_of_changes || changes_something(call));
}

void fail_at(const SystemCall& call, const Fault& fault, const Story& story, std::size_t step,
             const Sandbox& sandbox, Tally& tally)
{
    const std::string index = sandbox.at("index");
    CAPTURE(fault.error);
    CAPTURE(step);
    CAPTURE(call.number);
    CAPTURE(call.text);
    copy_index(story.index_after(step), index);
    const Words command = program_command("dateline-index", story.words(step, index));
    const Disturbed disturbed =
        run_disturbed(command, call, "error=" + std::string{fault.error}, index, sandbox.at("log"));
    if (!disturbed.is_hit) {
        ++tally.missed;
        return;
    }
    ++tally.faults;
    const Ended& ended = disturbed.ended;
    const std::string taken = trouble_with(ended, fault);
    CHECK_MESSAGE(taken.empty(), taken);
    tally.borne += ended.code == 0 ? 1 : 0;
    const std::string trouble =
        ended.code == 0 ? story.trouble_after(index, step + 1) : story.trouble_within(index, step);
    CHECK_MESSAGE(trouble.empty(), trouble);
    const std::string repeated = story.trouble_when_repeated(index, step);
    CHECK_MESSAGE(repeated.empty(), repeated);
}

}  // namespace

TEST_SUITE("crash/faults")
{
    TEST_CASE(
        "a call that fails: exit 3 and a reason, what was published stays, again completes it")
    {
        if (const std::string why = why_no_tracing(); !why.empty()) {
            MESSAGE("SKIPPED: " << why);
            return;
        }
        const Sandbox sandbox;
        Dice dice{kHarness};
        const Story story{sandbox, dice.seed(), 8};
        std::array<Tally, kFaults.size()> tallies{};
        for (std::size_t i = 0; i < kFaults.size(); ++i) {
            tallies[i].stride = in_scale(kFaults[i].is_of_changes ? 40 : 200, 1);
            tallies[i].until_next = dice.below(tallies[i].stride / 2);
        }
        const std::string index = sandbox.at("index");
        for (std::size_t step = 0; step < story.steps(); ++step) {
            copy_index(story.index_after(step), index);
            const auto calls = calls_of(program_command("dateline-index", story.words(step, index)),
                                        kAllCalls, index, sandbox.at("log"));
            REQUIRE(calls.size() > 100);
            for (const SystemCall& call : calls) {
                for (std::size_t i = 0; i < kFaults.size(); ++i) {
                    if (!can_fail(call, kFaults[i]) || tallies[i].until_next-- > 0) { continue; }
                    tallies[i].until_next = tallies[i].stride - 1;
                    fail_at(call, kFaults[i], story, step, sandbox, tallies[i]);
                }
            }
        }
        for (std::size_t i = 0; i < kFaults.size(); ++i) {
            const Tally& tally = tallies[i];
            CHECK(tally.faults > 0);
            tell(kHarness, std::string{kFaults[i].error} + " at " + std::to_string(tally.faults) +
                               " calls, " + std::to_string(tally.borne) + " of them borne, " +
                               std::to_string(tally.missed) + " missed");
        }
    }
}
