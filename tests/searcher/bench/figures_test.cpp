#include "searcher/bench/figures.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::searcher;

namespace {

constexpr std::nullopt_t kNone = std::nullopt;

using Places = std::vector<std::size_t>;

}  // namespace

TEST_SUITE("searcher/bench/figures")
{
    TEST_CASE("a query's time is the median of its rounds")
    {
        const ModeTimes times{
            .mode = &kBenchModes[0],
            .rounds = {{1.0, 7.0, kNone, kNone}, {9.0, 5.0, kNone, 4.0}, {2.0, 6.0, kNone, 6.0}}};
        CHECK(medians_of(times) == Times{2.0, 6.0, kNone, 5.0});
        CHECK(values_of(medians_of(times)) == std::vector<double>{2, 6, 5});
        CHECK(medians_of({.mode = &kBenchModes[0]}).empty());
    }

    TEST_CASE("figures are those of the queries, each with its median")
    {
        ModeTimes times{.mode = &kBenchModes[2], .rounds = {Times{}}};
        for (int ms = 100; ms >= 1; --ms) { times.rounds[0].emplace_back(ms); }
        times.rounds[0].emplace_back(kNone);
        const ModeFigures figures = figures_of(times);
        CHECK(figures.queries == 100);
        CHECK(figures.p50 == 50);
        CHECK(figures.p95 == 95);
        CHECK(figures.p99 == 99);
        CHECK(figures.most == 100);
        CHECK(figures.per_second == doctest::Approx(100 / 5.050));
        const ModeFigures none = figures_of({.mode = &kBenchModes[2], .rounds = {{kNone}}});
        CHECK(none.queries == 0);
        CHECK(none.most == 0);
        CHECK(none.per_second == 0);
    }

    TEST_CASE("the slowest come first, equals in the order of the log")
    {
        const Times times{1.0, 5.0, kNone, 3.0, 5.0};
        CHECK(slowest(times, 2) == Places{1, 4});
        CHECK(slowest(times, 9) == Places{1, 4, 3, 0});
        CHECK(slowest({kNone}, 3).empty());
    }

    TEST_CASE("some of many places are evenly spread, few are all taken")
    {
        const struct {
            Places places;
            std::size_t most;
            Places expected;
        } cases[] = {
            {{}, 3, {}},
            {{4, 7}, 3, {4, 7}},
            {{4, 7, 9}, 3, {4, 7, 9}},
            {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 3, {0, 3, 6}},
            {{0, 1, 2, 3, 4, 5, 6, 7}, 4, {0, 2, 4, 6}},
            {{0, 1, 2, 3}, 1, {0}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.places.size());
            CAPTURE(c.most);
            CHECK(spread_evenly(c.places, c.most) == c.expected);
        }
    }

    TEST_CASE("threads are doubled up to the most")
    {
        using Counts = std::vector<std::uint64_t>;
        CHECK(thread_counts(1) == Counts{1});
        CHECK(thread_counts(2) == Counts{1, 2});
        CHECK(thread_counts(3) == Counts{1, 2, 3});
        CHECK(thread_counts(8) == Counts{1, 2, 4, 8});
        CHECK(thread_counts(12) == Counts{1, 2, 4, 8, 12});
    }

    TEST_CASE("answers and failures are counted")
    {
        const AnswerCounts answers = answers_of({.totals = {3, kNone, 0, 4}});
        CHECK(answers.answered == 3);
        CHECK(answers.empty == 1);
        CHECK(answers.articles == 7);
        const auto reasons = reasons_of({{0, {.kind = ErrorKind::Timeout, .message = "a"}},
                                         {1, {.kind = ErrorKind::QuerySyntax, .message = "b"}},
                                         {3, {.kind = ErrorKind::Timeout, .message = "c"}}});
        CHECK(reasons == std::map<std::string, std::size_t>{{"query-syntax", 1}, {"timeout", 2}});
    }
}
