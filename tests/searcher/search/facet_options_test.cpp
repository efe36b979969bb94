// The options about facets: what they come to, and what is said about those that are wrong.
#include "searcher/settings.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using searcher::FacetId;
using searcher::Settings;

namespace {

Result<cli::CommandLine<Settings>> parse(const std::vector<std::string>& words)
{
    return cli::parse<Settings>("dateline-search", searcher::options(), "find", words);
}

std::string wishes_of(const Settings& settings)
{
    std::string text;
    for (const searcher::FacetWish& wish : settings.facet_wishes) {
        text += std::string{searcher::facet_kind(wish.id).name} + "/" +
                (wish.limit ? std::to_string(*wish.limit) : "-") + "/" + wish.words + " ";
    }
    return text;
}

}  // namespace

TEST_SUITE("searcher/search/facet_options")
{
    TEST_CASE("what is counted if nothing is said")
    {
        const auto line = parse({});
        REQUIRE(line);
        CHECK(line->settings.facets == std::vector<FacetId>{FacetId::Person, FacetId::Country,
                                                            FacetId::Month, FacetId::Language,
                                                            FacetId::Source});
        CHECK(line->settings.facet_wishes.empty());
        CHECK(line->settings.facet_limit == 10);
    }

    TEST_CASE("--facet takes a name, a number and a text to search for")
    {
        const struct {
            std::vector<std::string> words;
            std::string wishes;
        } cases[] = {
            {{"--facet", "pair"}, "pair/-/ "},
            {{"--facet", "pair:20"}, "pair/20/ "},
            {{"--facet", "person:0"}, "person/0/ "},
            {{"--facet", "person:1000:mad"}, "person/1000/mad "},
            {{"--facet", "person::mad"}, "person/-/mad "},
            {{"--facet", "source:5:a:b"}, "source/5/a:b "},
            {{"--facet", "person:"}, "person/-/ "},
            {{"--facet", "person::"}, "person/-/ "},
            {{"--facet", "day:3", "--facet", "year:2", "--facet", "day:4"}, "year/2/ day/4/ "},
        };
        for (const auto& c : cases) {
            CAPTURE(c.words.back());
            const auto line = parse(c.words);
            REQUIRE(line);
            CHECK(wishes_of(line->settings) == c.wishes);
            CHECK(line->settings.facets.size() == 5);
        }
    }

    TEST_CASE("every facet can be asked for by its name, and twice is once")
    {
        std::string list;
        for (const searcher::FacetKind& kind : searcher::kFacets) {
            const std::string name{kind.name};
            CHECK(parse({"--facet", name}));
            list += name + "," + name + ",";
        }
        const auto line = parse({"--facets", list});
        REQUIRE(line);
        CHECK(line->settings.facets.size() == searcher::kFacets.size());
        CHECK(parse({"--facets", "none"})->settings.facets.empty());
    }

    TEST_CASE("errors name what is wrong and what there is")
    {
        const struct {
            std::vector<std::string> words;
            std::string message;
            std::string hint;
        } cases[] = {
            {{"--facets", "person,colour"},
             "--facets: unknown facet 'colour'",
             ", " + std::string{searcher::kFacets.back().name} + "; or none"},
            {{"--facet", "colour"}, "--facet: unknown facet 'colour'", "one of: person, country"},
            {{"--facet", ""}, "--facet: unknown facet ''", "one of: person, country"},
            {{"--facet", "none"}, "--facet: unknown facet 'none'", "month"},
            {{"--facet", ":5"}, "--facet: unknown facet ''", "year"},
            {{"--facet", "person:x"}, "'x'", "person:N:TEXT"},
            {{"--facet", "person:-1"}, "'-1'", "person:N"},
            {{"--facet", "person:1001"}, "1001", "person:N"},
            {{"--facet", "person:99999999999999999999"}, "99999999999999999999", "person:N"},
            {{"--facet-limit", "1001"}, "1001", ""},
            {{"--facet", "person:1:\xff"}, "not valid UTF-8", "encoding"},
            {{"--exclude", "RU"}, "--exclude: 'RU' names no field", "country:RU"},
            {{"--exclude", ""}, "--exclude: '' names no field", "FIELD:VALUE"},
            {{"--exclude", "colour:red"}, "there is no field 'colour'", "person, country"},
            {{"--exclude", ":red"}, "there is no field ''", "person, country"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.message);
            const auto line = parse(c.words);
            REQUIRE_FALSE(line);
            CAPTURE(line.error().message);
            CAPTURE(line.error().hint);
            CHECK(line.error().kind == ErrorKind::Usage);
            CHECK(line.error().message.find(c.message) != std::string::npos);
            CHECK(line.error().hint.find(c.hint) != std::string::npos);
        }
    }
}
