// An index is damaged in one place: verify finds it, and who searches gets an error or an answer,
// never a crash or a hang.
#include "common/storage/snapshot.hpp"
#include "tests/crash/support/run.hpp"
#include "tests/crash/support/scale.hpp"
#include "tests/crash/support/story.hpp"

#include <algorithm>
#include <array>
#include <csignal>
#include <doctest/doctest.h>
#include <fstream>
#include <sstream>

using namespace dateline::tests;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kHarness = "damage";
constexpr auto kMostTime = std::chrono::seconds{10};

std::string read(const fs::path& path)
{
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

void write(const fs::path& path, const std::string& bytes)
{
    std::ofstream{path, std::ios::binary} << bytes;
}

/// What is done to a file's bytes; `other` is a file of the same name in another segment, or "".
using Strike = void (*)(std::string& bytes, const std::string& other, Dice& dice);

void flip_bit(std::string& bytes, const std::string&, Dice& dice)
{
    char& byte = bytes[dice.below(bytes.size())];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << dice.below(8)));
}

void fill(std::string& bytes, std::size_t first, std::size_t count, bool with_noise, Dice& dice)
{
    const std::size_t end = std::min(bytes.size(), first + count);
    for (std::size_t i = first; i < end; ++i) {
        bytes[i] = with_noise ? static_cast<char>(dice.below(256)) : '\0';
    }
}

void zero_block(std::string& bytes, const std::string&, Dice& dice)
{
    fill(bytes, dice.below(bytes.size()), 1 + dice.below(4096), false, dice);
}

void random_block(std::string& bytes, const std::string&, Dice& dice)
{
    fill(bytes, dice.below(bytes.size()), 1 + dice.below(4096), true, dice);
}

void random_header(std::string& bytes, const std::string&, Dice& dice)
{
    fill(bytes, dice.below(32), 1 + dice.below(8), true, dice);
}

void random_end(std::string& bytes, const std::string&, Dice& dice)
{
    const std::size_t back = 1 + dice.below(std::min<std::size_t>(bytes.size(), 64));
    fill(bytes, bytes.size() - back, 1 + dice.below(8), true, dice);
}

void cut(std::string& bytes, const std::string&, Dice& dice)
{
    bytes.resize(dice.below(bytes.size()));
}

void swap_with_other(std::string& bytes, const std::string& other, Dice&) { bytes = other; }

struct Damage {
    std::string_view name;
    Strike strike;
    bool is_seen_at_opening;
};
constexpr auto kDamages = std::to_array<Damage>({
    {"a flipped bit", flip_bit, false},
    {"a block of zeros", zero_block, false},
    {"a block of noise", random_block, false},
    {"noise at the beginning", random_header, false},
    {"noise at the end", random_end, false},
    {"truncation", cut, true},
    {"a file of another segment", swap_with_other, true},
    {"a flipped bit", flip_bit, false},
});

/// Every file of the index but the lock, which holds nothing.
std::vector<fs::path> files_of(const fs::path& index)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{index}) {
        if (entry.is_regular_file() && entry.path().filename() != "lock") {
            files.push_back(entry.path().lexically_relative(index));
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// The file of the same name in another segment: its bytes, or "" if the file is of no segment.
std::string same_of_another_segment(const fs::path& index, const fs::path& file, Dice& dice)
{
    if (*file.begin() != "segments") { return ""; }
    const fs::path segment = *std::next(file.begin());
    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator{index / "segments"}) {
        if (entry.path().filename() != segment) { others.push_back(entry.path()); }
    }
    REQUIRE_FALSE(others.empty());
    std::sort(others.begin(), others.end());
    return read(others[dice.below(others.size())] / file.lexically_relative("segments" / segment));
}

/// Damages one file; what was done, or nullptr if that changed nothing (an empty file).
const Damage* strike(const fs::path& index, const fs::path& file, Dice& dice)
{
    const std::string good = read(index / file);
    const Damage& damage = kDamages[dice.below(kDamages.size())];
    const std::string other = same_of_another_segment(index, file, dice);
    if (good.empty() || (damage.strike == swap_with_other && other.empty())) { return nullptr; }
    std::string bytes = good;
    damage.strike(bytes, other, dice);
    if (bytes == good) { return nullptr; }
    // Whoever changes a file in place would change the undamaged index, too: links are cheap
    // copies.
    fs::remove(index / file);
    write(index / file, bytes);
    return &damage;
}

/// The first live article of an index that is in English.
dateline::Article some_article(const fs::path& index)
{
    const auto snapshot = dateline::Snapshot::open(index);
    REQUIRE(snapshot);
    const dateline::Segment& segment = snapshot->segments().front();
    for (std::size_t place = 0;; ++place) {
        REQUIRE(place < segment.articles());
        const auto analyzed = segment.bodies.article(place);
        REQUIRE(analyzed);
        const bool is_live = !segment.removed.contains(place);
        if (is_live && analyzed->article.language == "en") { return analyzed->article; }
    }
}

/// An index of several segments, one of them with an article that is removed.
fs::path whole_index(const Story& story, const Sandbox& sandbox)
{
    const std::string index = sandbox.at("good");
    copy_index(story.index_after(story.steps() - 1), index);  // before all is merged
    const Ended removed = index_here({"remove", "-q", "--index", index, some_article(index).id});
    REQUIRE_MESSAGE(removed.code == 0, removed.err);
    return index;
}

/// Questions that all have answers, and together read every file.
std::vector<Words> questions(const dateline::Article& article)
{
    std::array<std::string, 3> run;  // of words without signs, so that they can be quoted
    std::istringstream words{article.body};
    const auto is_plain = [](const std::string& word) {
        return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        });
    };
    while (!std::all_of(run.begin(), run.end(), is_plain)) {
        std::rotate(run.begin(), run.begin() + 1, run.end());
        words >> run.back();
        REQUIRE_FALSE(words.fail());
    }
    const auto& [first, second, third] = run;
    const auto quoted = [](const std::string& text) { return '"' + text + '"'; };
    return {
        {quoted(first), "--facets", "person,country,month,language,source"},
        {quoted(first + ' ' + second + ' ' + third)},
        {"*", "--sort", "-date", "--facets", "none"},
        {"show", article.id},
        {quoted(second) + " OR -" + quoted(third), "--format", "json"},
        {quoted(first + ' ' + second), "--from", "2009"},
        {"*", "--offset", "20", "--limit", "100", "--format", "json"},
    };
}

Words about(Words words, const std::string& index)
{
    words.insert(words.begin() + (words.front() == "show" ? 1 : 0), {"--index", index});
    return words;
}

/// How the program answers each question: its exit codes, the last of which may say that it was
/// killed, by itself or because it took too long.
std::vector<int> answers(const std::vector<Words>& asked, const std::string& index)
{
    std::vector<int> codes;
    for (const Words& words : asked) {
        const Words command = program_command("dateline-search", about(words, index));
        codes.push_back(run_command(command, kMostTime).code);
    }
    return codes;
}

/// The same by the same code in one child process: where sanitizers make a program's start slow.
std::vector<int> answers_of_child(const std::vector<Words>& asked, const std::string& index)
{
    const Ended ended = run_forked(
        [&](std::ostream& out, std::ostream&) {
            for (const Words& words : asked) {
                out << search_here(about(words, index)).code << std::endl;
            }
            return 0;
        },
        kMostTime);
    std::vector<int> codes;
    std::istringstream lines{ended.out};
    for (int code = 0; lines >> code;) { codes.push_back(code); }
    if (ended.code != 0) { codes.push_back(ended.code); }
    return codes;
}

std::vector<int> ask(const std::vector<Words>& asked, const std::string& index)
{
    return in_scale(1, 0) == 1 ? answers_of_child(asked, index) : answers(asked, index);
}

void check_damaged(const std::string& index, const Damage& damage, const std::vector<Words>& asked)
{
    const Ended verified = index_forked({"verify", "--index", index}, std::chrono::seconds{60});
    CAPTURE(verified.err);
    CHECK(verified.code == 3);
    const std::vector<int> codes = ask(asked, index);
    CHECK(codes.size() == asked.size());
    for (std::size_t i = 0; i < codes.size(); ++i) {
        CAPTURE(i);
        CHECK(codes[i] >= 0);
        CHECK(codes[i] <= 3);  // neither a bug's 70 nor a signal nor the end of its time
        if (damage.is_seen_at_opening) { CHECK(codes[i] == 3); }
    }
}

}  // namespace

TEST_SUITE("crash/damage")
{
    TEST_CASE("verify finds any damage; a search neither crashes nor hangs on it")
    {
        const Sandbox sandbox;
        Dice dice{kHarness};
        // In full with bodies of a size that trains a dictionary.
        const Story story{sandbox, dice.seed(), in_scale(24, 60), in_scale(600, 24'000)};
        const fs::path good = whole_index(story, sandbox);
        const auto asked = questions(some_article(good));
        REQUIRE(ask(asked, good.string()) == std::vector<int>(asked.size(), 0));
        const auto files = files_of(good);
        for (const std::string kind :
             {"segments", "tombstones", "names", "CURRENT", in_scale(1, 0) ? "" : "dictionaries"}) {
            CAPTURE(kind);
            CHECK(std::any_of(files.begin(), files.end(), [&kind](const fs::path& file) {
                return kind.empty() || *file.begin() == kind;
            }));
        }

        const std::string index = sandbox.at("index");
        const std::size_t damages = in_scale(64, 640);
        for (std::size_t done = 0; done < damages;) {
            fs::remove_all(index);
            fs::copy(good, index,
                     fs::copy_options::recursive | fs::copy_options::create_hard_links);
            const fs::path file = files[dice.below(files.size())];
            const Damage* const damage = strike(index, file, dice);
            if (damage == nullptr) { continue; }
            CAPTURE(done);
            CAPTURE(file);
            CAPTURE(damage->name);
            check_damaged(index, *damage, asked);
            ++done;
        }
        CHECK(index_here({"verify", "--index", good.string()}).code == 0);
        tell(kHarness, std::to_string(damages) + " damages to " + std::to_string(files.size()) +
                           " files, " + std::to_string(asked.size()) + " questions each");
    }
}
