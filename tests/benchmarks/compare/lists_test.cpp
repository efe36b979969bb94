// The lists that dateline-compare is made of: peers.def, commands.def and the options.
#include "benchmarks/compare/commands/command.hpp"
#include "benchmarks/compare/peer.hpp"
#include "benchmarks/split.hpp"

#include <doctest/doctest.h>
#include <set>

using namespace dateline;
using namespace dateline::compare;

TEST_SUITE("benchmarks/compare/lists")
{
    TEST_CASE(
        "every peer has a name of its own, ways to index, and says what its figures stand for")
    {
        REQUIRE_FALSE(peers().empty());
        CHECK(peers().front()->name == "dateline");
        const Places places{.programs = "/p", .source = "/s", .scratch = "/x"};
        std::set<std::string_view> names;
        std::set<std::string_view> shown;
        for (const Peer* peer : peers()) {
            CAPTURE(peer->name);
            CHECK(names.insert(peer->name).second);
            CHECK(shown.insert(peer->shown).second);
            CHECK(peer->name.find_first_not_of("abcdefghijklmnopqrstuvwxyz") ==
                  std::string_view::npos);
            CHECK_FALSE(peer->note.empty());
            std::set<std::string_view> ways;
            for (const std::string_view way : split(peer->ways, ' ')) {
                CAPTURE(way);
                CHECK_FALSE(way.empty());
                CHECK(ways.insert(way).second);
                CHECK_FALSE(peer->index(places, way).empty());
            }
            CHECK_FALSE(peer->ask(places, "plain").empty());
        }
    }

    TEST_CASE("every verb has a name of its own and a summary without full stop")
    {
        std::set<std::string_view> names;
        for (const Command* command : commands()) {
            CAPTURE(command->name);
            CHECK(names.insert(command->name).second);
            REQUIRE_FALSE(command->summary.empty());
            CHECK(command->summary.back() != '.');
            CHECK(command->example.find(std::string{kProgramName} + ' ' +
                                        std::string{command->name}) == 0);
        }
    }

    TEST_CASE("every option is some verb's, of verbs that there are, and takes its own preset")
    {
        std::set<std::string_view> names;
        for (const auto& option : options()) {
            CAPTURE(option.name);
            CHECK(names.insert(option.name).second);
            CHECK_FALSE(option.summary.empty());
            for (const std::string_view verb : split(option.verbs, ' ')) {
                CAPTURE(verb);
                const auto all = commands();
                CHECK(std::any_of(all.begin(), all.end(), [verb](const Command* command) {
                    return command->name == verb;
                }));
            }
            Settings settings;
            if (!option.preset.empty()) { CHECK(option.set(settings, std::string{option.preset})); }
        }
    }
}
