// dateline-index, killed at random moments again and again while it adds, removes and merges.
#include "tests/crash/support/scale.hpp"
#include "tests/crash/support/story.hpp"

#include <csignal>
#include <cstdlib>
#include <doctest/doctest.h>

using namespace dateline::tests;

namespace {

constexpr std::string_view kHarness = "random kills";

using Clock = std::chrono::steady_clock;

std::chrono::microseconds time_of(const Words& command)
{
    const auto begin = Clock::now();
    const Ended ended = run_command(command);
    REQUIRE_MESSAGE(ended.code == 0, ended.err);
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
}

/// Runs a command with its life ending at a random moment of `usual` and a fifth more, which
/// lets some commands finish; whether it was killed.
bool is_killed(const Words& command, std::chrono::microseconds usual, Dice& dice)
{
    const auto moment = dice.below(static_cast<std::size_t>(usual.count()) * 6 / 5);
    const Ended ended = run_command(command, std::chrono::microseconds{moment});
    CAPTURE(ended.err);
    CHECK((ended.code == 0 || ended.code == 128 + SIGKILL));
    return ended.code != 0;
}

/// Plays the story under fire until as many kills have hit as are wanted; false if there were
/// troubles, which are told.
void play_under_fire(const Story& story, const std::string& index, std::size_t kills, Dice& dice)
{
    std::vector<std::chrono::microseconds> usual;
    for (std::size_t step = 0; step < story.steps(); ++step) {
        copy_index(story.index_after(step), index);
        usual.push_back(time_of(program_command("dateline-index", story.words(step, index))));
    }
    std::size_t stories = 0;
    for (std::size_t hits = 0; hits < kills; ++stories) {
        std::filesystem::remove_all(index);
        for (std::size_t step = 0; step < story.steps(); ++step) {
            CAPTURE(step);
            CAPTURE(hits);
            const Words command = program_command("dateline-index", story.words(step, index));
            while (is_killed(command, usual[step], dice)) {
                ++hits;
                const std::string trouble = story.trouble_within(index, step);
                REQUIRE_MESSAGE(trouble.empty(), trouble);
            }
            const std::string trouble = story.trouble_after(index, step + 1);
            REQUIRE_MESSAGE(trouble.empty(), trouble);
        }
    }
    tell(kHarness, std::to_string(kills) + " kills in " + std::to_string(stories) +
                       " stories: none lost, none doubled, none unreadable");
}

}  // namespace

TEST_SUITE("crash/random_kills")
{
    TEST_CASE("killed at random moments: what was published stays, the same command completes it")
    {
        const Sandbox sandbox;
        Dice dice{kHarness};
        const Story story{sandbox, dice.seed(), in_scale(12, 60), in_scale(600, 24'000)};
        play_under_fire(story, sandbox.at("index"), in_scale(30, 500), dice);
    }

    TEST_CASE("twenty kills during one add of a given dump end in the digest of a clean run")
    {
        const char* const dump = std::getenv("DATELINE_SOAK_DUMP");
        if (dump == nullptr) {
            MESSAGE("SKIPPED: no dump is given; scripts/soak DUMP gives one");
            return;
        }
        const Sandbox sandbox;
        Dice dice{"kills in a dump"};
        const std::string clean = sandbox.at("clean");
        const std::string index = sandbox.at("index");
        const auto add = [dump](const std::string& to) {
            return program_command("dateline-index",
                                   {"add", "-q", "--memory", "16M", "--index", to, dump});
        };
        const auto usual = time_of(add(clean));
        constexpr std::size_t kKills = 20;
        for (std::size_t hits = 0; hits < kKills;) {
            CAPTURE(hits);
            const bool killed = is_killed(add(index), usual, dice);
            hits += killed ? 1 : 0;
            if (std::filesystem::exists(sandbox.path() / "index/CURRENT")) {
                CHECK(index_here({"verify", "--index", index}).code == 0);
            }
            if (!killed && hits < kKills) { std::filesystem::remove_all(index); }
        }
        REQUIRE(run_command(add(index)).code == 0);
        const Ended wanted = index_here({"verify", "--index", clean, "--digest"});
        const Ended got = index_here({"verify", "--index", index, "--digest"});
        REQUIRE(wanted.code == 0);
        CHECK(got.out == wanted.out);
        tell("kills in a dump", "20 kills, then the clean run's digest " + got.out);
    }
}
