#include "searcher/bench/measure.hpp"

#include "searcher/bench/figures.hpp"
#include "tests/oracle/corpus.hpp"
#include "tests/support/sandbox.hpp"

#include <atomic>
#include <doctest/doctest.h>
#include <sstream>

using namespace dateline;
using namespace dateline::searcher;
using dateline::tests::Sandbox;

namespace {

/// An index of two articles, and a list of queries to ask it.
struct Place {
    explicit Place(const std::string& lines) : queries(read(lines)) { index("first"); }

    void index(const std::string& word) const
    {
        std::vector<AnalyzedArticle> articles(2);
        articles[0].article = {.id = "a", .title = "Oil", .body = word, .language = "en"};
        articles[1].article = {.id = "b", .title = "Gas", .body = "and oil", .language = "en"};
        tests::index_articles(articles, sandbox.path() / "index", 2);
    }

    static std::vector<LoggedQuery> read(const std::string& lines)
    {
        std::istringstream in{lines};
        return *read_query_log(in, "log");
    }

    [[nodiscard]] BenchPlan plan() const
    {
        return {.index = sandbox.path() / "index", .facets = {{.id = FacetId::Language}}};
    }

    /// Measures until it has said something so many times.
    [[nodiscard]] Result<BenchRun> run(const BenchPlan& wanted,
                                       std::size_t patience = 100'000) const
    {
        std::atomic<std::size_t> said = 0;
        return measure(wanted, queries,
                       {.say = [&said](const std::string&) { ++said; },
                        .stop = [&said, patience] { return said >= patience; }});
    }

    Sandbox sandbox{};
    std::vector<LoggedQuery> queries;
};

std::string modes_of(const BenchRun& run)
{
    std::string all;
    for (const ModeTimes& times : run.record.modes) {
        all += (all.empty() ? "" : " ") + std::string{times.mode->name} + ":" +
               std::to_string(times.rounds.size());
    }
    return all;
}

}  // namespace

TEST_SUITE("searcher/bench/measure")
{
    TEST_CASE("every mode has a time of each query that was answered, and only of these")
    {
        const Place place{"oil\noil AND (\nfirst\nnothing\ncountry:atlantis\n"};
        BenchPlan plan = place.plan();
        plan.threads = 2;
        const auto run = place.run(plan);
        REQUIRE(run);
        CHECK(modes_of(*run) == "cold:3 cold+facets:3 warm:5 warm+facets:5");
        for (const ModeTimes& times : run->record.modes) {
            for (const Times& round : times.rounds) {
                REQUIRE(round.size() == 5);
                for (const std::size_t query : {0U, 2U, 3U}) { CHECK(round[query] > 0.0); }
                for (const std::size_t query : {1U, 4U}) { CHECK_FALSE(round[query]); }
            }
        }
        using Totals = std::vector<std::optional<std::uint64_t>>;
        CHECK(run->record.totals == Totals{2, std::nullopt, 1, 0, std::nullopt});
        REQUIRE(run->failures.size() == 2);
        CHECK(run->failures[0].query == 1);  // cannot be parsed
        CHECK(run->failures[1].query == 4);  // means nothing to the index
        CHECK(run->failures[1].error.kind == ErrorKind::QuerySyntax);

        REQUIRE(run->record.throughput.size() == 4);
        for (std::size_t i = 0; i < 4; ++i) {
            const Throughput& row = run->record.throughput[i];
            CHECK(row.threads == i / 2 + 1);
            CHECK(row.facets == (i % 2 == 1));
            CHECK(row.per_second.size() == kWarmRounds);
            CHECK(row.failed == 0);
        }
        CHECK(run->record.articles == 2);
        CHECK(run->record.facets == std::vector<std::string>{"language"});
        CHECK(run->stayed_cached);
        CHECK_FALSE(run->is_interrupted);
    }

    TEST_CASE("without facets there are no modes with them")
    {
        const Place place{"oil\n"};
        BenchPlan plan = place.plan();
        plan.facets.clear();
        const auto run = place.run(plan);
        REQUIRE(run);
        CHECK(modes_of(*run) == "cold:3 warm:5");
        CHECK(run->record.throughput.size() == 1);
    }

    TEST_CASE("a run that is stopped has the rounds that were whole")
    {
        const Place place{"oil\ngas\n"};
        const struct {
            std::size_t patience;
            std::string modes;
            std::size_t throughput;
        } cases[] = {
            {0, "", 0},
            {3, "", 0},  // of four questions of the first cold round
            {4 + 1, "cold:1 cold+facets:1", 0},
            {3 * 4 + 2, "cold:3 cold+facets:3", 0},  // warming up
            {3 * 4 + 3 * 4 + 2, "cold:3 cold+facets:3 warm:2 warm+facets:2", 0},
            {3 * 4 + 6 * 4 + 3, "cold:3 cold+facets:3 warm:5 warm+facets:5", 0},
            {3 * 4 + 6 * 4 + 6 + 3, "cold:3 cold+facets:3 warm:5 warm+facets:5", 1},
        };
        for (const auto& c : cases) {
            CAPTURE(c.patience);
            const auto run = place.run(place.plan(), c.patience);
            REQUIRE(run);
            CHECK(run->is_interrupted);
            CHECK(modes_of(*run) == c.modes);
            CHECK(run->record.throughput.size() == c.throughput);
        }
    }

    TEST_CASE("queries that take too long are in no figure")
    {
        const Place place{"oil\ngas\n"};
        BenchPlan plan = place.plan();
        plan.time_limit = std::chrono::milliseconds{-1};
        const auto run = place.run(plan);
        REQUIRE(run);
        CHECK(run->record.modes.empty());
        CHECK(run->record.throughput.empty());
        REQUIRE(run->failures.size() == 2);
        CHECK(run->failures[0].error.kind == ErrorKind::Timeout);
    }

    TEST_CASE("an index that is changed meanwhile is no index to measure")
    {
        const Place place{"oil\n"};
        std::size_t said = 0;
        const auto run = measure(place.plan(), place.queries,
                                 {.say =
                                      [&](const std::string&) {
                                          if (++said == 2) { place.index("second"); }
                                      },
                                  .stop = [] { return false; }});
        REQUIRE_FALSE(run);
        CHECK(run.error().kind == ErrorKind::IndexLocked);
        CHECK_FALSE(place.run({.index = place.sandbox.path() / "none"}));
    }

    TEST_CASE("of a long log some are asked cold, evenly spread")
    {
        std::string lines;
        for (std::size_t i = 0; i < kMaxColdQueries * 2; ++i) { lines += "oil\n"; }
        const Place place{lines};
        const auto run = place.run(place.plan(), kMaxColdQueries * 2 + 1);  // one round
        REQUIRE(run);
        REQUIRE(modes_of(*run) == "cold:1 cold+facets:1");
        CHECK(figures_of(run->record.modes[0]).queries == kMaxColdQueries);
        CHECK(run->record.modes[0].rounds[0][398]);
        CHECK_FALSE(run->record.modes[0].rounds[0][399]);
    }
}
