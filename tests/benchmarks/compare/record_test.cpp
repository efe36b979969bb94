#include "benchmarks/compare/record.hpp"

#include "benchmarks/compare/figures.hpp"
#include "benchmarks/compare/growth.hpp"
#include "benchmarks/compare/plots.hpp"
#include "benchmarks/compare/read_text.hpp"
#include "benchmarks/compare/summary.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::compare;

namespace {

void add_latency(RunRecord& run, const std::string& share, const std::string& contender,
                 const std::string& name, std::vector<double> p50s)
{
    for (std::size_t round = 0; round < p50s.size(); ++round) {
        for (const char* pass : {"first", "again"}) {
            run.latencies.push_back(
                {.share = share,
                 .contender = contender,
                 .name = name,
                 .pass = pass,
                 .round = static_cast<int>(round),
                 .asked = 4,
                 .times = {p50s[round] / 2, p50s[round], p50s[round] * 2, p50s[round] * 3}});
        }
    }
}

void add_index(RunRecord& run, const std::string& share, const std::string& peer,
               const std::string& way, double seconds)
{
    run.indexing.push_back({.share = share,
                            .peer = peer,
                            .way = way,
                            .seconds = seconds,
                            .cpu_seconds = seconds * 1.5,
                            .peak_bytes = 100'000'000,
                            .articles = 1000,
                            .phases = {{"merge", seconds / 10}},
                            .parts = {{"postings", 400'000}, {"bodies", 600'000}}});
}

/// Two shares, two peers; Lucene differs in what it finds for "near", and has refused facets.
RunRecord small_run()
{
    RunRecord run{.date = "2026-01-02T03:04",
                  .commit = "abc1234",
                  .machine = "a machine, 2 cores",
                  .corpus = {"news.jsonl"},
                  .seed = 1,
                  .rounds = 3,
                  .questions = 100,
                  .versions = {{"dateline", "Dateline 0"}, {"lucene", "Lucene 8"}},
                  .shares = {{"1", 1000, 2'000'000}, {"1/2", 500, 1'000'000}}};
    for (const char* share : {"1", "1/2"}) {
        const double size = share == std::string{"1"} ? 2 : 1;
        add_index(run, share, "dateline", "all", size);
        add_index(run, share, "dateline", "none", size / 2);
        add_index(run, share, "lucene", "speed", size * 2);
        add_index(run, share, "lucene", "best", size * 3);
        add_latency(run, share, "dateline", "high", {1 * size, 1.1 * size, 0.9 * size});
        add_latency(run, share, "lucene", "high", {2 * size, 2.2 * size, 1.8 * size});
        add_latency(run, share, "dateline", "near", {3, 1, 2});
        add_latency(run, share, "lucene", "near", {2, 2, 2});
        add_latency(run, share, "dateline", "high+facets", {1, 1, 1});
        add_latency(run, share, "dateline", "fixed: kettle", {0.0123, 0.0123, 0.0123});
    }
    run.latencies.push_back({.share = "1",
                             .contender = "lucene",
                             .name = "high+facets",
                             .pass = "first",
                             .asked = 3,
                             .failed = 3,
                             .refusal = "no facets | today"});
    for (const char* name : {"command high", "command near"}) {
        run.latencies.push_back({.share = "1",
                                 .contender = "dateline",
                                 .name = name,
                                 .pass = "warm",
                                 .asked = 2,
                                 .times = {9.5, 12}});
    }
    run.agreements = {{"1", "lucene", "high", 100, 97, 0.001},
                      {"1", "lucene", "near", 100, 3, 0.2}};
    return run;
}

}  // namespace

TEST_SUITE("benchmarks/compare/record")
{
    TEST_CASE("a record survives raw.json")
    {
        const tests::Sandbox sandbox;
        REQUIRE(write_record(sandbox.at("raw.json"), small_run()));
        const auto read = read_record(sandbox.at("raw.json"));
        REQUIRE(read);
        REQUIRE(write_record(sandbox.at("again.json"), *read));
        CHECK(*read_text(sandbox.at("raw.json")) == *read_text(sandbox.at("again.json")));
        CHECK(summary_of(*read) == summary_of(small_run()));
    }

    TEST_CASE("what is no record is an error with the file's name")
    {
        const tests::Sandbox sandbox;
        CHECK_FALSE(read_record(sandbox.at("missing.json")));
        for (const char* text : {"", "{}", "[1,2", "{\"run\": 1}", "null"}) {
            const auto read = read_record(sandbox.write("raw.json", text));
            REQUIRE_FALSE(read);
            CHECK(read.error().kind == ErrorKind::InputFormat);
            CHECK(read.error().message.find("raw.json") != std::string::npos);
        }
    }

    TEST_CASE("a class in which a tenth failed has no figure")
    {
        RunRecord run;
        add_latency(run, "1", "dateline", "or", {1, 2});
        const Asked asked{"1", "dateline", "or"};
        CHECK(latency_rounds(run, asked, 0.5) == Rounds{1, 2});
        CHECK(latency_rounds(run, asked, 0.99) == Rounds{3, 6});
        CHECK(latency_figure(run, asked, 0.5)->median == 2);
        CHECK(latency_figure(run, asked, 0.5)->most == 2);
        run.latencies[0].asked = 16;
        run.latencies[2].failed = 1;
        CHECK(latency_rounds(run, asked, 0.5).size() == 2);
        run.latencies[2].failed = 2;
        CHECK(latency_rounds(run, asked, 0.5).empty());
        CHECK_FALSE(latency_figure(run, asked, 0.5));
    }

    TEST_CASE("whole commands are counted by class, and together")
    {
        const RunRecord run = small_run();
        CHECK(latency_rounds(run, {"1", "dateline", "command", "warm"}, 0.5) == Rounds{9.5});
        CHECK(latency_figure(run, {"1", "dateline", "command", "warm"}, 0.99)->median == 12);
        CHECK(latency_rounds(run, {"1", "dateline", "command high", "warm"}, 0.5) == Rounds{9.5});
        for (const std::string& name : classes_of(run)) {
            CHECK(name.find("command") == std::string::npos);
        }
    }

    TEST_CASE("growth is fitted over the shares")
    {
        for (const GrowthLine& line : growth_lines(small_run())) {
            CAPTURE(line.figure);
            CHECK(line.points.size() == 2);
            CHECK(line.points.front().first < line.points.back().first);
        }
        CHECK(growth_of(small_run()).find("| dateline (all): index, s | 1.00 | 2.00 | 1.00 |") !=
              std::string::npos);
    }

    TEST_CASE("the summary says what may be claimed, and what not")
    {
        tests::check_golden("compare-summary.md", summary_of(small_run()));
    }

    TEST_CASE("the plots' script names all four pictures and every contender")
    {
        const std::string script = plot_script(small_run());
        for (const char* part : {"latency.svg", "throughput.svg", "size.svg", "growth.svg",
                                 "$dateline", "$lucene", "1,000"}) {
            CAPTURE(part);
            CHECK(script.find(part) != std::string::npos);
        }
    }
}
