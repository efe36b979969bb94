// The verbs that answer with tables and streams, over the sample dump: their texts are golden,
// their JSON keeps to the published schema.
#include "tests/support/golden.hpp"
#include "tests/support/json_schema.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sstream>

using dateline::tests::fault_in;
using dateline::tests::Finished;
using dateline::tests::run_program;
using dateline::tests::Sandbox;
using Json = nlohmann::json;

namespace {

/// An index of the sample dump.
struct Sample {
    Sandbox sandbox{};
    std::string index = sandbox.at("index");

    Sample()
    {
        const auto made = run_program(
            "dateline-index", {"add", "--index", index, dateline::tests::test_path("data/sample")});
        REQUIRE(made.code == 0);
    }
    [[nodiscard]] Finished ask(std::vector<std::string> words) const
    {
        words.insert(words.begin() + 1, {"--index", index});
        return run_program("dateline-search", words);
    }
    /// What is wrong with each line of its JSON, "" if nothing is.
    [[nodiscard]] std::string fault(std::vector<std::string> words, std::string_view kind,
                                    const std::string& format = "json") const
    {
        words.insert(words.end(), {"--format", format});
        std::istringstream lines{ask(words).out};
        std::size_t seen = 0;
        for (std::string line; std::getline(lines, line); ++seen) {
            const Json json = Json::parse(line, nullptr, false);
            if (json.is_discarded()) { return "no JSON: " + line; }
            if (auto found = fault_in(json, kind); !found.empty()) { return found; }
        }
        return seen == 0 ? "nothing was printed" : "";
    }
};

std::size_t lines_of(const std::string& text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_SUITE("cli/answers")
{
    TEST_CASE("JSON keeps to the schema that is published")
    {
        const Sample sample;
        CHECK(sample.fault({"find", "president"}, "find") == "");
        CHECK(sample.fault({"find", "--facets", "person,country,day,month,year,pair,author,source",
                            "--country", "VE", "president"},
                           "find") == "");
        CHECK(sample.fault({"find", "xyzzyplugh"}, "find") == "");
        CHECK(sample.fault({"find", "--explain", "president OR treaty"}, "find") == "");
        CHECK(sample.fault({"find", "*"}, "hit", "jsonl") == "");
        CHECK(sample.fault({"count", "president"}, "count_answer") == "");
        CHECK(sample.fault({"people", "*"}, "people") == "");
        CHECK(sample.fault({"countries", "*"}, "countries") == "");
        CHECK(sample.fault({"timeline", "*"}, "timeline") == "");
        CHECK(sample.fault({"complete", "ma"}, "complete") == "");
        CHECK(sample.fault({"significant", "country:VE"}, "significant") == "");
        std::istringstream ids{sample.ask({"find", "*", "--all", "--format", "ids"}).out};
        std::size_t shown = 0;
        for (std::string id; shown < 6 && std::getline(ids, id); ++shown) {
            CHECK(sample.fault({"show", id}, "article") == "");
            CHECK(sample.fault({"similar", "-n", "2", id}, "similar") == "");
        }
        CHECK(shown == 6);
        // The checker itself can say no.
        CHECK(fault_in(Json::parse(R"({"schema":2,"query":"","people":[]})"), "people") != "");
        CHECK(fault_in(Json::parse(R"({"schema":1,"people":[]})"), "people") != "");
        CHECK(fault_in(Json::parse(R"({"schema":1,"query":"","people":[],"x":1})"), "people") !=
              "");
    }

    TEST_CASE("the verbs that count look as promised")
    {
        const Sample sample;
        std::string all;
        for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
                 {"count", "president"},
                 {"people", "*"},
                 {"people", "--format", "csv", "-n", "3", "*"},
                 {"countries", "*"},
                 {"countries", "--format", "markdown", "-n", "3", "president"},
                 {"timeline", "--by", "year", "*"},
                 {"timeline", "president"},
                 {"timeline", "--format", "tsv", "--by", "year", "president"},
                 {"significant", "-n", "5", "country:VE"},
                 {"complete", "ma"},
                 {"complete", "--format", "jsonl", "ven"},
                 {"people", "xyzzyplugh"},
                 {"timeline", "xyzzyplugh"},
                 {"people", "--format", "ids", "*"},
             }) {
            const auto done = sample.ask(words);
            all += "$ dateline-search";
            for (const std::string& word : words) { all += " " + word; }
            all += "\n" + done.out + done.err + "[" + std::to_string(done.code) + "]\n\n";
        }
        std::erase(all, '\r');
        dateline::tests::check_golden("output/tables.txt", all);
    }

    TEST_CASE("--all has every hit, in the order of the pages")
    {
        const Sample sample;
        for (const char* order : {"relevance", "date", "-date"}) {
            CAPTURE(order);
            const auto all =
                sample.ask({"find", "--all", "--sort", order, "--format", "ids", "president"});
            const auto page =
                sample.ask({"find", "-n", "1000", "--sort", order, "--format", "ids", "president"});
            CHECK(all.code == 0);
            CHECK(lines_of(all.out) > 10);
            CHECK(all.out == page.out);
        }
        CHECK(sample.ask({"find", "--all", "--format", "csv", "xyzzyplugh"}).code == 1);
        const auto refused = sample.ask({"find", "--all", "president"});
        CHECK(refused.code == 2);
        CHECK(refused.err.find("one of: jsonl, csv") != std::string::npos);
        const auto no_fields = sample.ask({"find", "--fields", "id", "president"});
        CHECK(no_fields.code == 2);
        CHECK(no_fields.err.find("one of: jsonl, csv, tsv") != std::string::npos);
    }

    TEST_CASE("a batch answers every query that can be asked, and tells the lines of the others")
    {
        const Sample sample;
        const std::string file = sample.sandbox.write(
            "batch.tsv", "heads\tpresident\nbroken\toil AND\n# a comment\nnobody\txyzzyplugh\n");
        const auto counted = sample.ask({"count", "--batch", file, "--format", "tsv"});
        CHECK(counted.code == 2);
        CHECK(counted.err.find("batch.tsv:2: ") != std::string::npos);
        CHECK(lines_of(counted.out) == 3);
        CHECK(counted.out.starts_with("name\tcount\tquery\nheads\t"));
        CHECK(counted.out.ends_with("nobody\t0\txyzzyplugh\n"));

        const auto found = sample.ask({"find", "--batch", file, "--all", "--format", "ids"});
        CHECK(found.code == 2);
        CHECK(found.out.starts_with("heads\t"));
        CHECK(sample.fault({"find", "--batch", file}, "find") == "");
        const auto text = sample.ask({"find", "--batch", file, "-n", "1"});
        CHECK(text.out.find("nobody: xyzzyplugh\nno articles match") != std::string::npos);
        CHECK(sample.ask({"find", "--batch", file, "president"}).code == 2);
        CHECK(sample.ask({"count", "--batch", sample.sandbox.at("none")}).code == 3);
    }

    TEST_CASE("similar tells copies from articles of the same matter, and leaves out the article")
    {
        const Sandbox sandbox;
        const std::string story =
            "The harbour pilots of Port Maren ended their strike on Friday after the council "
            "promised new tugs. The pilots had refused to guide tankers through the narrow strait "
            "for eleven days, and forty ships were waiting outside.";
        const auto record = [](const std::string& id, const std::string& body) {
            return Json{{"id", id}, {"source", "wire"}, {"title", "T " + id}, {"body", body}}
                       .dump() +
                   "\n";
        };
        std::string dump = record("first", story) + record("copy", story + " More follows.") +
                           record("matter",
                                  "Tankers waited outside the strait while the harbour "
                                  "pilots of Port Maren went on with their strike.");
        for (int i = 0; i < 20; ++i) {
            dump += record("other" + std::to_string(i), "Rain fell on the orchards of the valley.");
        }
        const std::string index = sandbox.at("index");
        REQUIRE(run_program("dateline-index",
                            {"add", "--index", index, sandbox.write("dump.jsonl", dump)})
                    .code == 0);
        const auto done = run_program(
            "dateline-search", {"similar", "--index", index, "--format", "json", "wire/first"});
        const Json rows = Json::parse(done.out)["similar"];
        REQUIRE(rows.size() == 2);
        CHECK(rows[0]["id"] == "wire/copy");
        CHECK(rows[0]["copy"] == "copy");
        CHECK(rows[1]["id"] == "wire/matter");
        CHECK(rows[1]["copy"].is_null());
        CHECK(run_program("dateline-search", {"similar", "--index", index, "nobody"}).code == 2);
    }
}
