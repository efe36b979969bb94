// dateline-search bench, as a person with a query log would use it.
#include "tests/support/background_program.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"
#include "tests/support/tame.hpp"

#include <csignal>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

using dateline::tests::BackgroundProgram;
using dateline::tests::Finished;
using dateline::tests::run_program;
using dateline::tests::Sandbox;
using Json = nlohmann::json;

namespace {

/// The sample index.
struct Place {
    Place()
    {
        const std::string sample = dateline::tests::test_path("data/sample");
        const auto added = run_program("dateline-index", {"add", "-q", "--index", index, sample});
        REQUIRE(added.code == 0);
    }

    [[nodiscard]] Finished bench(std::vector<std::string> words, std::string_view input = {}) const
    {
        words.insert(words.begin(), {"bench", "--index", index});
        return run_program("dateline-search", words, input);
    }

    Sandbox sandbox{};
    std::string index = sandbox.at("index");
};

std::string text_of(const std::string& path)
{
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

constexpr std::string_view kQueries =
    "president\n# a comment\n\nvolcano OR summit\nwho met\tperson:kiir NEAR/20 peace\n"
    "=the\n*\ncountry:RU\n\"peace agreement\"\noil\npresident visit\ndate:2011\nxyzzyplugh\n";

}  // namespace

TEST_SUITE("cli/bench")
{
    TEST_CASE("a log is measured in all modes, kept, and compared with what was kept")
    {
        const Place place;
        const std::string log = place.sandbox.write("log.txt", kQueries);
        const std::string saved = place.sandbox.at("run.json");
        const auto first =
            place.bench({"--queries", log, "--threads", "2", "--save", saved, "--format", "json"});
        CHECK(first.code == 0);
        CHECK(first.err.empty());  // no progress in a pipe
        const Json json = Json::parse(first.out, nullptr, false);
        REQUIRE(json.is_object());
        CHECK(json["schema"] == 1);
        CHECK(json["queries"]["given"] == 11);
        CHECK(json["queries"]["answered"] == 11);
        CHECK(json["queries"]["found_nothing"] == 2);
        CHECK(json["index"]["articles"] == 72);
        CHECK(json["against"].is_null());
        REQUIRE(json["modes"].size() == 4);
        for (const auto& mode : json["modes"]) {
            CHECK(mode["queries"] == 11);
            CHECK(mode["p50_ms"] > 0);
            CHECK(mode["p50_ms"] <= mode["p95_ms"]);
            CHECK(mode["p95_ms"] <= mode["p99_ms"]);
            CHECK(mode["p99_ms"] <= mode["max_ms"]);
            CHECK(mode["queries_per_second"] > 0);
            std::uint64_t counted = 0;
            for (const auto& row : json["histogram"]) {
                counted += row[mode["name"].get<std::string>()].get<std::uint64_t>();
            }
            CHECK(counted == 11);
        }
        CHECK(json["throughput"].size() == 4);
        CHECK(json["slowest"].size() == 5);
        CHECK(json["facets"].size() == 5);
        CHECK(text_of(saved) == first.out);

        const auto second = place.bench(
            {"--queries", "-", "--threads", "1", "--facets", "none", "--against", saved}, kQueries);
        CHECK(second.code == 0);
        CHECK(second.err.empty());
        for (const std::string part : {"11 of 11 queries answered, 2 found nothing", "milliseconds",
                                       "p99", "queries/s", "1 thread", "slowest queries (warm)",
                                       "against ", "now / then", "other facets were counted"}) {
            CAPTURE(part);
            CHECK(second.out.find(part) != std::string::npos);
        }
        CHECK(second.out.find("the queries differ") == std::string::npos);
        CHECK(dateline::tests::harm_in(second.out).empty());
    }

    TEST_CASE("queries that cannot be asked are listed, the others are measured")
    {
        const Place place;
        const std::string log = place.sandbox.write(
            "log.txt", "oil\nbad one\toil AND (gas\nfoo:bar\ncountry:atlantis\nx\xff\n");
        const auto done = place.bench({"--queries", log, "--facets", "none", "--threads", "1"});
        CHECK(done.code == 0);
        for (const std::string part :
             {"1 of 5 queries answered", "in no figure: 4 query-syntax",
              "line 2 (bad one): query-syntax: this bracket is never closed\n"
              "  oil AND (gas\n"
              "          ^\n"
              "  hint: put ) behind the group\n",
              "line 3: query-syntax:", "line 4: query-syntax:",
              "line 5: query-syntax: the query is not valid UTF-8"}) {
            CAPTURE(part);
            CHECK(done.out.find(part) != std::string::npos);
        }
        const auto none = place.bench({"--queries", "-"}, "oil AND\n");
        CHECK(none.code == 2);
        CHECK(none.out.find("0 of 1 queries answered") != std::string::npos);
    }

    TEST_CASE("what is wrong is said before anything is measured")
    {
        const Place place;
        const Sandbox& sandbox = place.sandbox;
        const std::string log = sandbox.write("log.txt", "oil\n");
        const struct {
            std::vector<std::string> words;
            int code;
            std::string told;
        } cases[] = {
            {{}, 2, "write --queries FILE"},
            {{"--queries", log, "oil"}, 2, "bench takes no queries as words"},
            {{"--queries", sandbox.at("none")}, 3, sandbox.at("none")},
            {{"--queries", sandbox.path().string()}, 3, "cannot read"},
            {{"--queries", sandbox.write("empty", "# none\n")}, 2, "there is no query"},
            {{"--queries", log, "--threads", "0"}, 2, "from 1 to 256"},
            {{"--queries", log, "--threads", "257"}, 2, "from 1 to 256"},
            {{"--queries", log, "--threads", "-1"}, 2, "from 1 to 256"},
            {{"--queries", log, "--facets", "colour"}, 2, "unknown facet"},
            {{"--queries", log, "--timeout", "0"}, 2, "no number of seconds"},
            {{"--queries", log, "--against", sandbox.at("none")}, 3, sandbox.at("none")},
            {{"--queries", log, "--against", sandbox.write("bad", "{\"schema\":1,")},
             2,
             "bad' is no saved run: it is no JSON from byte 13"},
            {{"--queries", log, "--save", sandbox.at("none/run.json")}, 3, sandbox.at("none")},
            {{"--queries", log, "--index", sandbox.at("none")}, 3, "there is no index"},
            {{"--queries", log, "--person", "kiir"}, 2, "person"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.told);
            const auto done = place.bench(c.words);
            CAPTURE(done.err);
            CHECK(done.code == c.code);
            CHECK(done.err.find(c.told) != std::string::npos);
            CHECK(done.out.empty());
        }
    }

    TEST_CASE("Ctrl-C ends it with what there is, and keeps nothing")
    {
        const Place place;
        std::string lines;
        for (int i = 0; i < 5000; ++i) { lines += "president OR oil\n"; }
        const std::string saved = place.sandbox.at("run.json");
        const std::string out = place.sandbox.at("out");
        BackgroundProgram run{"dateline-search",
                              {"bench", "--index", place.index, "--queries",
                               place.sandbox.write("log.txt", lines), "--save", saved},
                              out};
        run.wait_for_handler(SIGINT);
        run.send(SIGINT);
        CHECK(run.wait() == 130);
        CHECK(text_of(out).find("\ninterrupted: ") != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(saved));
    }
}
