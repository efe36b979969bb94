// The disk is full in the middle of a command: of several sizes, so at several places of it.
#include "tests/crash/support/scale.hpp"
#include "tests/crash/support/small_disk.hpp"
#include "tests/crash/support/story.hpp"

#include <doctest/doctest.h>

using namespace dateline::tests;

namespace {

constexpr std::string_view kHarness = "disk full";
constexpr std::uint64_t kRoomy = 256 << 20;

/// Runs a step on a disk that has less room than it needs, then on one that has enough.
void fill(const Story& story, std::size_t step, const SmallDisk& disk, std::uint64_t bytes,
          const std::string& index)
{
    CAPTURE(step);
    CAPTURE(bytes);
    disk.resize(kRoomy);
    copy_index(story.index_after(step), index);
    disk.resize(bytes);
    const Ended ended = run_command(program_command("dateline-index", story.words(step, index)));
    CAPTURE(ended.err);
    CHECK(ended.code == 3);
    CHECK(ended.err.find(index) != std::string::npos);
    CHECK(ended.err.find("No space left on device") != std::string::npos);
    CHECK(ended.err.find("free some space") != std::string::npos);
    const std::string trouble = story.trouble_within(index, step);
    CHECK_MESSAGE(trouble.empty(), trouble);

    disk.resize(kRoomy);
    const std::string repeated = story.trouble_when_repeated(index, step);
    CHECK_MESSAGE(repeated.empty(), repeated);
}

}  // namespace

TEST_SUITE("crash/disk_full")
{
    TEST_CASE("on a full disk: exit 3 and what to do, what was published stays, again completes it")
    {
        const Sandbox sandbox;
        const std::string folder = sandbox.make_folder("disk");
        std::string why_not;
        const auto disk = SmallDisk::mount(folder, kRoomy, why_not);
        if (!disk) {
            MESSAGE("SKIPPED: " << why_not);
            return;
        }
        Dice dice{kHarness};
        const Story story{sandbox, dice.seed(), in_scale(16, 120)};
        const std::string index = folder + "/index";
        const std::size_t sizes = in_scale(4, 32);
        std::size_t filled = 0;
        for (const std::size_t step : {std::size_t{0}, story.steps() - 4}) {
            copy_index(story.index_after(step), index);
            const std::uint64_t before = disk->used_bytes();
            REQUIRE(run_command(program_command("dateline-index", story.words(step, index))).code ==
                    0);
            const std::uint64_t needed = disk->used_bytes() - before;
            for (std::size_t size = 0; size < sizes; ++size, ++filled) {
                fill(story, step, *disk, before + (1 << 13) + needed * size / sizes * 9 / 10,
                     index);
            }
        }
        tell(kHarness, std::to_string(filled) + " sizes of full disks: all whole");
    }
}
