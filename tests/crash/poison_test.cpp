// Articles that would break a careless indexer, at every place of a dump: each costs itself at
// most.
#include "tests/crash/support/contents.hpp"
#include "tests/crash/support/run.hpp"
#include "tests/crash/support/scale.hpp"
#include "tests/crash/support/trace.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <array>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace dateline::tests;
using Json = nlohmann::json;

namespace {

constexpr std::string_view kHarness = "poison";

/// A line of a dump with a body as JSON spells it (escapes and all).
std::string line(const std::string& id, const std::string& body)
{
    return R"({"id":")" + id + R"(","source":"Wire","title":"A good headline","body":")" + body +
           "\"}\n";
}

std::string repeat(const std::string& text, std::size_t times)
{
    std::string all;
    for (std::size_t i = 0; i < times; ++i) { all += text; }
    return all;
}

std::string many_words()
{
    std::string words;
    for (std::size_t i = 0; i < 60'000; ++i) { words += "word" + std::to_string(i * 7919) + ' '; }
    return words;
}

struct Poison {
    std::string name;
    std::string line;
};

/// The kinds; each a line of a dump that may hold an article or not.
std::vector<Poison> poisons()
{
    const std::string nul = "\\u0000";
    return {
        {"NUL bytes", line("nul", "Before " + nul + " behind " + nul + nul + " it.")},
        {"raw NULs", line("raw-nul", "Before " + std::string(3, '\0') + " behind it.")},
        {"invalid UTF-8", line("latin", "Caf\xE9 \xC0\xAF \xF8\x88 \xED\xA0\x80 society.")},
        {"a word of 1 MB", line("long-word", std::string(1 << 20, 'x') + " end.")},
        {"an id of 300 NULs", line(repeat(nul, 300), "Its id is not one.")},
        {"deep JSON", R"({"id":"deep","title":"Deep","body":)" + std::string(50'000, '[') + "\n"},
        {"a broken line", R"({"id":"broken","title":"It ends in the mid)"
                          "\n"},
        {"lone surrogates", line("lone", R"(Half \ud83d a pair, \udc00 and \ud800\ud800.)")},
        {"bidi controls", line("bidi", R"(One \u202e two \u2066 three \u202c \u200f four.)")},
        {"a body beyond the limit", line("huge", repeat("ten bytes ", 1'700'000))},
        {"thousands of names",
         line("marks",
              repeat("Anna Keller met President Pavel Novak in Brazil on 3 May 2011. ", 3000))},
        {"no text at all", line("empty", "  ")},
        {"many different words", line("words", many_words())},
        {"a headline of 300 KB", R"({"id":"head","source":"Wire","title":")" +
                                     repeat("Long headline ", 22'000) +
                                     R"(","body":"Short."})"
                                     "\n"},
    };
}

std::vector<std::string> good_lines(std::size_t count)
{
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < count; ++i) {
        lines.push_back(line(std::to_string(i), "The good article number " + std::to_string(i) +
                                                    " tells of a harbour and its ships."));
    }
    return lines;
}

std::size_t count_good(const std::vector<Holding>& contents, const std::vector<Holding>& wanted)
{
    return static_cast<std::size_t>(
        std::count_if(wanted.begin(), wanted.end(), [&contents](const Holding& good) {
            return std::any_of(contents.begin(), contents.end(), [&good](const Holding& found) {
                return found.id == good.id && found.print == good.print;
            });
        }));
}

/// Articles that a report says were left out, each with a reason.
std::size_t count_left_out(const std::string& report)
{
    std::size_t count = 0;
    for (const std::string& text : lines_of_file(report)) {
        const Json notice = Json::parse(text, nullptr, false);
        REQUIRE(notice.is_object());
        CHECK_FALSE(notice.at("message").get<std::string>().empty());
        const std::string reason = notice.at("reason");
        CHECK_FALSE(reason.empty());
        ++count;
    }
    return count;
}

/// Adds the good articles with the poison at `place`, to an index that has others.
void add_poisoned(const Poison& poison, std::size_t place, const std::vector<std::string>& good,
                  const std::vector<Holding>& wanted, const Sandbox& sandbox)
{
    CAPTURE(poison.name);
    CAPTURE(place);
    std::string text;
    for (std::size_t i = 0; i <= good.size(); ++i) {
        if (i == place) { text += poison.line; }
        if (i < good.size()) { text += good[i]; }
    }
    const std::string dump = sandbox.write("dump.jsonl", text);
    const std::string index = sandbox.at("index");
    const std::string report = sandbox.at("report.jsonl");
    std::filesystem::remove_all(index);
    const Ended ended = index_here(
        {"add", "-q", "--detect", "people,dates", "--report", report, "--index", index, dump});
    REQUIRE_MESSAGE(ended.code == 0, ended.err);
    const auto contents = contents_of(index);
    REQUIRE(contents);
    CHECK(count_good(*contents, wanted) == good.size());
    const std::size_t poisoned = contents->size() - good.size();
    // What is there may be in the report, too: kept, but changed.
    const std::size_t left_out = count_left_out(report);
    CHECK(poisoned <= 1);
    CHECK((poisoned == 1 || left_out == 1));
    CHECK(index_here({"verify", "--index", index}).code == 0);
    CHECK(search_here({"--index", index, "harbour", "--limit", "0"}).code == 0);
}

}  // namespace

TEST_SUITE("crash/poison")
{
    TEST_CASE("a poisoned article costs itself at most, wherever it stands")
    {
        const Sandbox sandbox;
        Dice dice{kHarness};
        const auto good = good_lines(in_scale(12, 200));
        const std::string clean = sandbox.at("clean");
        std::string text;
        for (const std::string& one : good) { text += one; }
        REQUIRE(index_here({"add", "-q", "--detect", "people,dates", "--index", clean,
                            sandbox.write("dump.jsonl", text)})
                    .code == 0);
        const auto wanted = contents_of(clean);
        REQUIRE(wanted);
        REQUIRE(wanted->size() == good.size());

        std::size_t adds = 0;
        for (const Poison& poison : poisons()) {
            std::vector<std::size_t> places{0, good.size()};
            for (std::size_t i = 0; i < in_scale(1, 8); ++i) {
                places.push_back(1 + dice.below(good.size() - 1));
            }
            for (const std::size_t place : places) {
                add_poisoned(poison, place, good, *wanted, sandbox);
                ++adds;
            }
        }
        tell(kHarness, std::to_string(poisons().size()) + " kinds at " + std::to_string(adds) +
                           " places: every other article is there");
    }
}
