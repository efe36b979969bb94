#include "searcher/prompt/line_completion.hpp"

#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::searcher;
using tests::Sandbox;
using Choices = std::vector<std::string>;

namespace {

/// An index of a few articles with names of each kind.
struct Sample {
    Sandbox sandbox{};
    std::string index = sandbox.at("index");
    Result<Snapshot> snapshot = make();

    Result<Snapshot> make()
    {
        const std::string dump = sandbox.write(
            "dump.jsonl",
            "{\"id\":\"1\",\"body\":\"harbour harbours hard\",\"people\":[\"Inés Márquez\",\"Ines "
            "Bo\"],\"countries\":[\"VE\"],\"source\":\"Blue Wire\"}\n"
            "{\"id\":\"2\",\"body\":\"harbour\",\"people\":[\"Inés Márquez\",\"Bad \\u202e "
            "Name\"],\"source\":\"blueprint\"}\n");
        REQUIRE(tests::run_program("dateline-index", {"add", "-q", "--index", index, dump}).code ==
                0);
        return Snapshot::open(index);
    }
};

Result<SavedQueries> saved()
{
    return SavedQueries::parse("Harbour-News\tharbour\nhail\thail\nrain\train\n", "saved.tsv");
}

}  // namespace

TEST_SUITE("searcher/prompt/line_completion")
{
    TEST_CASE("the last word becomes what stands in the index, or is a command or a field")
    {
        const Sample sample;
        REQUIRE(sample.snapshot);
        const struct {
            const char* before;
            std::size_t begin;
            Choices choices;
        } cases[] = {
            {"harb", 0, {"harbour", "harbours"}},
            {"oil (harb", 5, {"harbour", "harbours"}},
            {"-harbours", 1, {"harbours"}},
            {"pers", 0, {"person:"}},
            {"person:mar", 7, {"\"Inés Márquez\""}},
            {"person:\"ines m", 7, {"\"Inés Márquez\""}},
            {"oil people:ines", 11, {"\"Inés Márquez\"", "\"Ines Bo\""}},
            {"person:bad", 7, {}},
            {"person:", 7, {}},
            {"country:ven", 8, {"VE"}},
            {"country:ve", 8, {"VE"}},
            {"source:blue", 7, {"\"Blue Wire\"", "\"blueprint\""}},
            {"person:\"Ines Bo\" harbours", 17, {"harbours"}},
            {"nofield:x", 0, {}},
            {"sav", 0, {"saved:"}},
            {"-saved:har", 7, {"Harbour-News"}},
            {"SAVED:HA", 6, {"Harbour-News", "hail"}},
            {"saved:", 6, {"Harbour-News", "hail", "rain"}},
            {"saved:zz", 6, {}},
            {"\"harb", 0, {}},
            {"", 0, {}},
            {"harb ", 0, {}},
            {"\xff", 0, {}},
            {":mo", 0, {":more"}},
            {":zz", 0, {}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.before);
            const LineCompletion found = complete_line(c.before, *sample.snapshot, saved);
            CHECK(found.choices == c.choices);
            if (!c.choices.empty()) { CHECK(found.begin == c.begin); }
        }
    }

    TEST_CASE("long lines are no trouble")
    {
        const Sample sample;
        REQUIRE(sample.snapshot);
        for (const std::string& line :
             {std::string(16384, '('), "person:" + std::string(16384, 'x'),
              "saved:" + std::string(16384, 'x')}) {
            CHECK(complete_line(line, *sample.snapshot, saved).choices.empty());
        }
    }

    TEST_CASE("a file of saved queries that is wrong completes to nothing")
    {
        const Sample sample;
        REQUIRE(sample.snapshot);
        const auto broken = [] { return SavedQueries::parse("no tab", "saved.tsv"); };
        CHECK(complete_line("saved:n", *sample.snapshot, broken).choices.empty());
    }
}
