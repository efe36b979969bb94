// Facets and filters as the command prints them.
#include "searcher/output/renderer.hpp"
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"
#include "tests/support/tame.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace dateline;
using Json = nlohmann::ordered_json;

namespace {

constexpr auto kDump =
    R"({"id":"1","title":"Talks","body":"The harbour was discussed.","people":["Zoë Brandt","Ana Roe"],"countries":["UY"]}
{"id":"2","title":"Talks","body":"The harbour was discussed again.","people":["Zoë Brandt","Ana Roe"],"countries":["BR"]}
{"id":"3","title":"Talks","body":"The river was discussed.","people":["Zoë Brandt"],"countries":["UY"]}
{"id":"4","title":"Talks","body":"The harbour is closed.","people":["Yun Moe"],"countries":["PY"]}
)";

struct Index {
    Index()
    {
        std::ofstream{sandbox.at("dump.jsonl")} << kDump;
        const auto done = tests::run_program(
            "dateline-index",
            {"add", "--detect", "none", "--index", sandbox.at("index"), sandbox.at("dump.jsonl")},
            {});
        CAPTURE(done.err);
        REQUIRE(done.code == 0);
    }

    [[nodiscard]] auto run(std::vector<std::string> words) const
    {
        words.insert(words.begin(), {"--index", sandbox.at("index")});
        return tests::run_program("dateline-search", words, {});
    }

    [[nodiscard]] Json json(std::vector<std::string> words) const
    {
        words.insert(words.end(), {"--format", "json"});
        const auto done = run(words);
        CAPTURE(done.err);
        return Json::parse(done.out, nullptr, false);
    }

    tests::Sandbox sandbox{};
};

/// "UY=2* BR=1 ": chosen values have a star.
std::string values(const Json& facet)
{
    std::string text;
    for (const Json& row : facet) {
        text += row["value"].get<std::string>() + "=" + row["count"].dump() +
                (row.contains("chosen") ? "*" : "") + " ";
    }
    return text;
}

}  // namespace

TEST_SUITE("searcher/search/facet_find")
{
    TEST_CASE("filters of options filter all but their own facet")
    {
        const Index index;
        const struct {
            std::vector<std::string> words;
            int total;
            std::string people;
            std::string countries;
        } cases[] = {
            {{"*"}, 4, "Zoë Brandt=3 Ana Roe=2 Yun Moe=1 ", "UY=2 BR=1 PY=1 "},
            {{"--person", "ana"}, 2, "Zoë Brandt=3 Ana Roe=2* Yun Moe=1 ", "BR=1 UY=1 "},
            {{"--person", "ana roe", "--person", "MOE", "harbour"},
             3,
             "Ana Roe=2* Zoë Brandt=2 Yun Moe=1* ",
             "BR=1 PY=1 UY=1 "},
            {{"--person", "brandt", "--country", "uruguay"},
             2,
             "Zoë Brandt=2* Ana Roe=1 ",
             "UY=2* BR=1 "},
            {{"person:ana"}, 2, "Ana Roe=2 Zoë Brandt=2 ", "BR=1 UY=1 "},
            {{"--exclude", "person:ana"}, 2, "Yun Moe=1 Zoë Brandt=1 ", "PY=1 UY=1 "},
            {{"--exclude", "country:UY", "--exclude", "country:paraguay"},
             1,
             "Ana Roe=1 Zoë Brandt=1 ",
             "BR=1 "},
            {{"--exclude", "body:river", "--country", "UY"},
             1,
             "Ana Roe=1 Zoë Brandt=1 ",
             "BR=1 PY=1 UY=1* "},
        };
        for (const auto& c : cases) {
            CAPTURE(c.words.back());
            const Json json = index.json(c.words);
            REQUIRE(json.is_object());
            CHECK(json["total"]["value"] == c.total);
            CHECK(values(json["facets"]["person"]) == c.people);
            CHECK(values(json["facets"]["country"]) == c.countries);
        }
    }

    TEST_CASE("--facet adds to the list and changes it")
    {
        const Index index;
        const Json json = index.json({"*", "--facets", "person,year", "--facet", "person:1",
                                      "--facet", "pair:5", "--facet", "country::para"});
        std::string names;
        for (const auto& item : json["facets"].items()) { names += item.key() + " "; }
        CHECK(names == "person year pair country ");
        CHECK(values(json["facets"]["person"]) == "Zoë Brandt=3 ");
        CHECK(values(json["facets"]["country"]) == "PY=1 ");
        CHECK(json["facets"]["pair"].dump() ==
              R"([{"value":"Ana Roe","with":"Zoë Brandt","count":2}])");
        CHECK(values(index.json({"*", "--facet", "person:0"})["facets"]["person"]) == "");
        CHECK(index.json({"*", "--facets", "none", "--facet", "day"})["facets"].size() == 1);
    }

    TEST_CASE("text marks what is chosen and joins pairs")
    {
        const Index index;
        const auto out =
            index.run({"--person", "ana", "--limit", "0", "--facets", "person", "--facet", "pair"})
                .out;
        CAPTURE(out);
        CHECK(out.find("✓ Ana Roe") != std::string::npos);
        CHECK(out.find("✓ Zoë") == std::string::npos);
        CHECK(out.find("Ana Roe + Zoë Brandt") != std::string::npos);
    }

    TEST_CASE("values that cannot be are errors with the option's name")
    {
        const Index index;
        const struct {
            std::vector<std::string> words;
            std::string message;
        } cases[] = {
            {{"--exclude", "country:atlantis"}, "--exclude: 'atlantis' is no country"},
            {{"--exclude", "person:"}, "--exclude: there is no value behind 'person:'"},
            {{"--exclude", "date:soon"}, "--exclude: "},
            {{"--country", "atlantis"}, "--country: 'atlantis' is no country"},
        };
        for (const auto& c : cases) {
            const auto done = index.run(c.words);
            CAPTURE(done.err);
            CHECK(done.code == 2);
            CHECK(done.err.find(c.message) != std::string::npos);
        }
    }

    TEST_CASE("names of any length leave room for counts and bars, of pairs and chosen ones, too")
    {
        const std::string wild = "a\x1b[31m\n\u202E" + std::string(5000, 'n');
        for (const searcher::FacetKind& kind : searcher::kFacets) {
            searcher::Facet facet{.id = kind.id, .distinct = 9};
            facet.counts = {
                {.value = wild, .name = wild, .articles = 7, .with = wild, .chosen = true},
                {.value = "b", .name = {}, .articles = 1}};
            for (const searcher::Renderer* renderer : searcher::renderers()) {
                for (const unsigned columns : {0U, 60U, 80U, 200U}) {
                    std::ostringstream out;
                    renderer->write({.total = 1, .facets = {facet}}, {.columns = columns}, out);
                    const std::string printed = tests::without_dividers(renderer->name, out.str());
                    CHECK(tests::harm_in(printed) == "");
                    if (renderer->name == "text") {
                        CHECK(tests::widest_line(out.str()) <= std::max(columns, 40U));
                    }
                }
            }
        }
    }
}
