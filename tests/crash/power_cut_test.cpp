// The power is cut at any moment of the commands: from a log of what they did to the disk, the
// states are made that it may be left in.
#include "tests/crash/support/contents.hpp"
#include "tests/crash/support/disk_log.hpp"
#include "tests/crash/support/disk_model.hpp"
#include "tests/crash/support/story.hpp"
#include "tests/crash/support/trace.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace dateline::tests;

namespace {

constexpr std::string_view kHarness = "power cut";

using Kind = DiskOperation::Kind;

/// A publication in the log: when it happened, from when on it must last, what it published.
struct Publication {
    std::size_t renamed = 0;
    std::size_t synced = 0;  ///< the folder with its CURRENT
    std::uint64_t print = 0;
};

/// A story as the disk saw it.
struct Log {
    std::string root;
    std::vector<DiskOperation> operations{};
    std::vector<std::size_t> step_ends{};
    std::vector<Publication> publications{};
};

Log record_story(const Story& story, const Sandbox& sandbox)
{
    Log log{.root = sandbox.make_folder("disk")};
    const std::string index = log.root + "/index";
    for (std::size_t step = 0; step < story.steps(); ++step) {
        const Ended ended = record(program_command("dateline-index", story.words(step, index)),
                                   log.root, sandbox.at("log"), log.operations);
        REQUIRE_MESSAGE(ended.code == 0, ended.err);
        log.step_ends.push_back(log.operations.size());
    }
    return log;
}

/// Replays the log, noting what each replacing of CURRENT published; the end must be as on the real
/// disk, else the model is wrong.
void find_publications(Log& log, const Story& story, const std::string& disk)
{
    DiskModel model{log.root};
    for (std::size_t i = 0; i < log.operations.size(); ++i) {
        const DiskOperation& operation = log.operations[i];
        model.apply(operation);
        if (operation.kind == Kind::Sync && operation.path == log.root + "/index" &&
            !log.publications.empty() && log.publications.back().synced == 0) {
            log.publications.back().synced = i;
        }
        if (operation.kind != Kind::Rename || !operation.to.ends_with("/CURRENT")) { continue; }
        model.write_all(disk);
        const auto contents = contents_of(disk + "/index");
        REQUIRE_MESSAGE(contents, contents.error().message);
        log.publications.push_back({.renamed = i, .print = print_of(*contents)});
    }
    REQUIRE(log.publications.size() > story.steps());  // there are merges
    for (const Publication& publication : log.publications) { CHECK(publication.synced != 0); }
    model.write_all(disk);
    const std::string trouble = story.trouble_after(disk + "/index", story.steps());
    REQUIRE_MESSAGE(trouble.empty(), "the model: " << trouble);
}

/// Where the power is cut: anywhere, or near a publication.
std::size_t choose_cut(const Log& log, Dice& dice)
{
    if (dice.below(2) == 0) { return 1 + dice.below(log.operations.size()); }
    constexpr std::size_t kNear = 12;
    const Publication& near = log.publications[dice.below(log.publications.size())];
    const std::size_t cut = near.renamed + dice.below(2 * kNear);
    return std::min(log.operations.size(), std::max(cut, kNear + 1) - kNear);
}

/// What is wrong with an index found after a cut behind the first `cut` operations.
std::string trouble_with(const Log& log, std::size_t cut, const std::string& index)
{
    const auto is_before = [cut](std::size_t place) { return place != 0 && place < cut; };
    std::vector<std::uint64_t> allowed;
    bool is_needed = false;
    for (const Publication& publication : log.publications) {
        if (is_before(publication.synced)) {
            allowed.clear();
            is_needed = true;
        }
        if (is_before(publication.renamed)) { allowed.push_back(publication.print); }
    }
    if (!std::filesystem::exists(std::filesystem::path{index} / "CURRENT")) {
        return is_needed ? "the index is gone" : "";
    }
    const Ended verified = index_here({"verify", "--index", index});
    if (verified.code != 0) { return "verify: " + verified.err; }
    const auto contents = contents_of(index);
    if (!contents) { return "unreadable: " + contents.error().message; }
    const bool is_one =
        std::find(allowed.begin(), allowed.end(), print_of(*contents)) != allowed.end();
    return is_one ? "" : "its articles are those of no publication that may be there";
}

}  // namespace

TEST_SUITE("crash/power_cut")
{
    TEST_CASE("after a power cut the last publication is there, the same command completes it")
    {
        if (const std::string why = why_no_tracing(); !why.empty()) {
            MESSAGE("SKIPPED: " << why);
            return;
        }
        const Sandbox sandbox;
        Dice dice{kHarness};
        const Story story{sandbox, dice.seed(), in_scale(8, 24)};
        Log log = record_story(story, sandbox);
        const std::string disk = sandbox.at("after");
        find_publications(log, story, disk);

        const std::size_t states = in_scale(100, 2000);
        std::size_t without_index = 0;
        for (std::size_t state = 0; state < states; ++state) {
            const std::size_t cut = choose_cut(log, dice);
            DiskModel model{log.root};
            for (std::size_t i = 0; i < cut; ++i) { model.apply(log.operations[i]); }
            model.write_survivors(disk, dice);
            CAPTURE(state);
            CAPTURE(cut);
            CAPTURE(log.operations[cut - 1].path);
            const std::string index = disk + "/index";
            without_index += std::filesystem::exists(index + "/CURRENT") ? 0 : 1;
            const std::string trouble = trouble_with(log, cut, index);
            REQUIRE_MESSAGE(trouble.empty(), trouble);
            const auto step = static_cast<std::size_t>(
                std::lower_bound(log.step_ends.begin(), log.step_ends.end(), cut) -
                log.step_ends.begin());
            const std::string repeated = story.trouble_when_repeated(index, step);
            REQUIRE_MESSAGE(repeated.empty(), repeated);
        }
        tell(kHarness, std::to_string(states) + " states of " +
                           std::to_string(log.operations.size()) + " operations with " +
                           std::to_string(log.publications.size()) + " publications, " +
                           std::to_string(without_index) + " before the first: all whole");
    }
}
