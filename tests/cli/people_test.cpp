// Who is who, as a person at a shell sees it: `dateline-index people`, people.tsv, and searches.
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using dateline::tests::Finished;
using dateline::tests::run_program;
using dateline::tests::Sandbox;

namespace {

std::string record(int id, const std::vector<std::string>& people)
{
    return nlohmann::json{{"id", std::to_string(id)},
                          {"source", "wire"},
                          {"title", "T"},
                          {"body", "Nothing happened."},
                          {"people", people}}
               .dump() +
           "\n";
}

/// An index of articles whose people are stated, so that nothing depends on who is detected.
struct Place {
    Sandbox sandbox{};
    std::string index = sandbox.at("index");

    explicit Place(const std::vector<std::vector<std::string>>& people)
    {
        std::string dump;
        int id = 0;
        for (const auto& names : people) { dump += record(++id, names); }
        const auto added = run_program(
            "dateline-index",
            {"add", "--index", index, "--detect", "none", sandbox.write("dump.jsonl", dump)});
        REQUIRE(added.code == 0);
    }
    [[nodiscard]] Finished people(std::vector<std::string> words) const
    {
        words.insert(words.begin(), {"people", "--index", index});
        return run_program("dateline-index", words);
    }
    [[nodiscard]] Finished find(std::vector<std::string> words) const
    {
        words.insert(words.begin(), {"find", "--index", index, "--format", "json"});
        return run_program("dateline-search", words);
    }
    void ledger(const std::string& rows) const
    {
        sandbox.write("index/people.tsv",
                      "canonical\taliases\tnot-these\tnever-a-person\trole\n" + rows);
    }
};

Place small_place()
{
    return Place{{{"Nicolás Maduro", "Ana Ruiz"},
                  {"Nicolás Maduro"},
                  {"Nicolás Maduro Moros", "Bill Smith"},
                  {"Nicolas Maduro", "William Smith"}}};
}

}  // namespace

TEST_SUITE("cli/people")
{
    TEST_CASE("people are listed with all forms of their names and the rules that joined them")
    {
        const Place place = small_place();
        CHECK(place.people({"maduro"}).out ==
              "        4  Nicolás Maduro\n"
              "             Nicolás Maduro Moros (1): with the second surname\n"
              "             Nicolas Maduro (1): the same letters\n");
        const auto json =
            nlohmann::json::parse(place.people({"--format", "json", "--limit", "1"}).out);
        CHECK(json["name"] == "Nicolás Maduro");
        CHECK(json["articles"] == 4);
        CHECK(json["forms"].size() == 3);
        CHECK(json["forms"][1]["rule"] == "second-surname");
        CHECK(place.people({"nobody"}).out.empty());
    }

    TEST_CASE("proposals are lines for a ledger, which then has nothing left to propose")
    {
        const Place place = small_place();
        const std::string proposals = place.people({"--propose"}).out;
        CHECK(
            proposals.find("# William Smith (1) and Bill Smith (1): short for the same given name\n"
                           "Bill Smith\tWilliam Smith\t\t\t\n") != std::string::npos);
        place.sandbox.write("index/people.tsv", proposals);
        CHECK(place.people({"--check"}).code == 0);
        CHECK(place.people({"smith"}).out.starts_with("        2  Bill Smith\n"));
        CHECK(place.people({"--propose", "--format", "json"}).out.empty());
    }

    TEST_CASE("a ledger is read by the next search, and a wrong one is refused with its line")
    {
        const Place place = small_place();
        place.ledger("Ana R.\tNicolás Maduro\t\t\tpoet\nAna Ruiz\t\t\tyes\n");
        const Finished found = place.find({"person:moros"});
        CHECK(found.code == 0);
        CHECK(found.err == "dateline-search: note: 'person:moros' means Ana R. (poet)\n");
        const auto json = nlohmann::json::parse(found.out);
        CHECK(json["total"]["value"] == 4);
        CHECK(json["facets"]["person"][0]["value"] == "Ana R.");
        CHECK(json["facets"]["person"][0]["count"] == 4);
        CHECK(found.out.find("Ana Ruiz") == std::string::npos);
        CHECK(place.find({"person:ruiz"}).code == 1);

        place.ledger("Bo\nAna\tBo\n");
        const Finished refused = place.find({"*"});
        CHECK(refused.code == 2);
        CHECK(refused.err.find("people.tsv' line 3: 'Bo' is already a name of line 2") !=
              std::string::npos);
        const Finished checked = place.people({"--check"});
        CHECK(checked.code == 2);
        CHECK(checked.out.starts_with("line 3: 'Bo' is already a name of line 2\n"));
        const std::string other = place.sandbox.write("other.tsv", "canonical\nAna Ruiz\n");
        CHECK(place.find({"--people", other, "*"}).code == 0);
        CHECK(place.find({"--people", place.sandbox.at("none.tsv"), "*"}).code == 3);
    }

    TEST_CASE("a ledger goes into the index that rebuild makes, and add leaves it there")
    {
        const Place place = small_place();
        place.ledger("N. Maduro\tNicolás Maduro\n");
        const std::string fresh = place.sandbox.at("fresh");
        REQUIRE(run_program("dateline-index", {"rebuild", "--index", place.index, fresh}).code ==
                0);
        const auto listed = run_program("dateline-index", {"people", "--index", fresh, "maduro"});
        CHECK(listed.out.starts_with("        4  N. Maduro\n"));
        const auto more = place.sandbox.write("more.jsonl", record(9, {"Nicolás Maduro"}));
        REQUIRE(run_program("dateline-index", {"add", "--index", fresh, "--detect", "none", more})
                    .code == 0);
        CHECK(run_program("dateline-index", {"people", "--index", fresh, "maduro"})
                  .out.starts_with("        5  N. Maduro\n"));
    }
}
