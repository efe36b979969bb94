#include "searcher/bench/compare_runs.hpp"

#include <cmath>
#include <doctest/doctest.h>

using namespace dateline::searcher;

namespace {

constexpr std::nullopt_t kNone = std::nullopt;

/// How a mode's times come about.
struct Shape {
    std::size_t queries = 40;
    std::size_t rounds = 5;
    double factor = 1;  ///< on top of each time
    double drift = 0;   ///< each round takes that much longer than the one before
    double noise = 0;   ///< by which single times differ, up and down
};

/// Times from 1 to 40 ms, with a noise that looks like one but is always the same.
ModeTimes times_of(const Shape& shape, double seed)
{
    ModeTimes times{.mode = &kBenchModes[2]};
    for (std::size_t round = 0; round < shape.rounds; ++round) {
        Times& values = times.rounds.emplace_back();
        for (std::size_t query = 0; query < shape.queries; ++query) {
            const double place = static_cast<double>(query) + 1;
            const double wave = std::sin(place * 12.9898 + static_cast<double>(round) + seed);
            values.emplace_back(place * shape.factor *
                                (1 + shape.drift * static_cast<double>(round)) *
                                (1 + shape.noise * wave));
        }
    }
    return times;
}

BenchRecord record_of(ModeTimes times)
{
    return {.date = "2026-11-22T10:00",
            .machine = "a machine",
            .generation = 3,
            .articles = 1000,
            .manifest = "m",
            .queries_hash = "q",
            .facets = {"person"},
            .facet_limit = 10,
            .time_limit_ms = 2000,
            .modes = {std::move(times)},
            .totals = {1, 2, kNone}};
}

Comparison compared(const Shape& now, const Shape& then)
{
    return compare_runs(record_of(times_of(now, 1)), record_of(times_of(then, 2)));
}

BenchRecord with_speeds(std::vector<double> per_second)
{
    BenchRecord record = record_of(times_of({}, 1));
    record.throughput = {{.threads = 2, .facets = true, .per_second = std::move(per_second)}};
    return record;
}

}  // namespace

TEST_SUITE("searcher/bench/compare_runs")
{
    TEST_CASE("each verdict has a row, and a name of its own")
    {
        for (std::size_t row = 0; row < kVerdicts.size(); ++row) {
            CHECK(static_cast<std::size_t>(kVerdicts[row].verdict) == row);
            CHECK(verdict_info(kVerdicts[row].verdict).name == kVerdicts[row].name);
            for (std::size_t other = 0; other < row; ++other) {
                CHECK(kVerdicts[row].name != kVerdicts[other].name);
            }
        }
    }

    TEST_CASE("a difference is claimed if queries and rounds agree, and only then")
    {
        const struct {
            const char* what;
            Shape now;
            Shape then;
            std::string_view verdict;
        } cases[] = {
            {"the same", {}, {}, "no-difference"},
            {"twice as long", {.factor = 2}, {}, "slower"},
            {"half as long", {.factor = 0.5}, {}, "faster"},
            {"a tenth less in little noise", {.factor = 0.9, .noise = 0.02}, {}, "faster"},
            {"noise alone", {.noise = 0.3}, {.noise = 0.3}, "no-difference"},
            {"less than the noise of the queries",
             {.factor = 1.01, .noise = 0.3},
             {.noise = 0.3},
             "no-difference"},
            {"less than what the rounds differ by",
             {.factor = 1.1, .drift = 0.1},
             {.drift = 0.1},
             "no-difference"},
            {"more than what the rounds differ by",
             {.factor = 2, .drift = 0.1},
             {.drift = 0.1},
             "slower"},
            {"two rounds", {.rounds = 2, .factor = 2}, {}, "too-little"},
            {"two rounds then", {.factor = 2}, {.rounds = 2}, "too-little"},
            {"three rounds", {.rounds = 3, .factor = 2}, {}, "slower"},
            {"nine queries", {.queries = 9, .factor = 2}, {.queries = 9}, "too-little"},
            {"ten queries", {.queries = 10, .factor = 2}, {.queries = 10}, "slower"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const Comparison comparison = compared(c.now, c.then);
            REQUIRE(comparison.modes.size() == 1);
            CHECK(verdict_info(comparison.modes[0].verdict).name == c.verdict);
        }
    }

    TEST_CASE("ratios are now by then, over the queries that both have answered")
    {
        BenchRecord now = record_of(times_of({.factor = 3}, 1));
        BenchRecord then = record_of(times_of({}, 1));
        for (Times& round : now.modes[0].rounds) { round[39].reset(); }
        then.modes[0].rounds[2][38].reset();
        const Comparison comparison = compare_runs(now, then);
        REQUIRE(comparison.modes.size() == 1);
        const ModeComparison& mode = comparison.modes[0];
        CHECK(mode.queries == 38);
        CHECK(mode.p50 == doctest::Approx(3));
        CHECK(mode.p95 == doctest::Approx(3));
        CHECK(mode.p99 == doctest::Approx(3));
        REQUIRE(mode.each);
        CHECK(mode.each->mean == doctest::Approx(3));
        CHECK(mode.each->least == doctest::Approx(3));
        CHECK(mode.each->most == doctest::Approx(3));
        CHECK(comparison.date == "2026-11-22T10:00");
    }

    TEST_CASE("the interval is as wide as the queries differ, and always the same")
    {
        const auto narrow = compared({.noise = 0.02}, {}).modes[0].each;
        const auto wide = compared({.noise = 0.4}, {}).modes[0].each;
        REQUIRE(narrow);
        REQUIRE(wide);
        CHECK(narrow->least < narrow->mean);
        CHECK(narrow->mean < narrow->most);
        CHECK(wide->most - wide->least > 5 * (narrow->most - narrow->least));
        CHECK(compared({.noise = 0.4}, {}).modes[0].each->least == wide->least);
    }

    TEST_CASE("queries that no run has in common give no ratio")
    {
        BenchRecord now = record_of(times_of({.queries = 2}, 1));
        BenchRecord then = record_of(times_of({.queries = 2}, 1));
        for (Times& round : now.modes[0].rounds) { round[0].reset(); }
        for (Times& round : then.modes[0].rounds) { round[1].reset(); }
        const ModeComparison mode = compare_runs(now, then).modes.at(0);
        CHECK(mode.queries == 0);
        CHECK_FALSE(mode.each);
        CHECK(mode.verdict == Verdict::TooLittle);
    }

    TEST_CASE("modes and threads that only one run has are not compared")
    {
        BenchRecord now = with_speeds({5, 5, 5});
        BenchRecord then = with_speeds({5, 5, 5});
        then.modes[0].mode = &kBenchModes[0];
        then.throughput[0].threads = 4;
        CHECK(compare_runs(now, then).modes.empty());
        CHECK(compare_runs(now, then).throughput.empty());
    }

    TEST_CASE("throughput is faster or slower if all rounds say so")
    {
        const struct {
            std::vector<double> now;
            std::vector<double> then;
            double ratio;
            std::string_view verdict;
        } cases[] = {
            {{200, 210, 190}, {100, 110, 90}, 2, "faster"},
            {{50, 40, 60}, {100, 110, 90}, 0.5, "slower"},
            {{105, 115, 95}, {100, 110, 90}, 1.05, "no-difference"},
            {{100, 100, 100}, {100, 100, 100}, 1, "no-difference"},
            {{200, 200}, {100, 100}, 2, "too-little"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.verdict);
            const Comparison comparison = compare_runs(with_speeds(c.now), with_speeds(c.then));
            REQUIRE(comparison.throughput.size() == 1);
            CHECK(comparison.throughput[0].threads == 2);
            CHECK(comparison.throughput[0].facets);
            CHECK(comparison.throughput[0].ratio == doctest::Approx(c.ratio));
            CHECK(verdict_info(comparison.throughput[0].verdict).name == c.verdict);
        }
    }

    TEST_CASE("what is not the same is said")
    {
        using Change = void (*)(BenchRecord&);
        const struct {
            Change change;
            std::string warning;
        } cases[] = {
            {[](BenchRecord&) {}, ""},
            {[](BenchRecord& r) { r.program = "0.0.9"; }, ""},
            {[](BenchRecord& r) { r.index = "/elsewhere"; }, ""},
            {[](BenchRecord& r) {
                 r.manifest = "n";
                 r.generation = 2;
             },
             "the index differs: then generation 2 with 1,000 articles, now generation 3 with "
             "1,000 articles"},
            {[](BenchRecord& r) {
                 r.totals = {1, 3, 4};
             },
             "queries that find another number of articles than then: 1"},
            {[](BenchRecord& r) { r.facets = {}; }, "other facets were counted"},
            {[](BenchRecord& r) { r.facet_limit = 5; }, "other facets were counted"},
            {[](BenchRecord& r) { r.time_limit_ms = 5; }, "the time limit differs"},
            {[](BenchRecord& r) { r.machine = "a toaster"; },
             "the machine differs: then a toaster"},
        };
        const BenchRecord now = record_of(times_of({}, 1));
        for (const auto& c : cases) {
            CAPTURE(c.warning);
            BenchRecord then = now;
            c.change(then);
            const auto warnings = compare_runs(now, then).warnings;
            CHECK(warnings.size() == (c.warning.empty() ? 0 : 1));
            if (!warnings.empty()) { CHECK(warnings.front() == c.warning); }
        }
    }

    TEST_CASE("of other queries nothing is claimed, however large the difference")
    {
        BenchRecord now = with_speeds({900, 900, 900});
        BenchRecord then = with_speeds({1, 1, 1});
        then.modes = {times_of({.queries = 7, .factor = 100}, 1)};
        then.queries_hash = "others";
        const Comparison comparison = compare_runs(now, then);
        REQUIRE(comparison.warnings.size() == 1);
        CHECK(comparison.warnings[0].starts_with("the queries differ"));
        REQUIRE(comparison.modes.size() == 1);
        CHECK(comparison.modes[0].verdict == Verdict::OtherQueries);
        CHECK(comparison.modes[0].p50 == doctest::Approx(20.0 / 400));
        CHECK_FALSE(comparison.modes[0].each);
        CHECK(comparison.throughput.at(0).verdict == Verdict::OtherQueries);
    }
}
