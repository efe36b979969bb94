#include "searcher/bench/run_text.hpp"

#include "tests/support/contains.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/sample_run.hpp"
#include "tests/support/tame.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace dateline::searcher;
using dateline::tests::check_golden;
using dateline::tests::contains;
using dateline::tests::earlier_run;
using dateline::tests::harm_in;
using dateline::tests::sample_run;
using dateline::tests::widest_line;
using dateline::tests::without_colours;

namespace {

std::string printed(const BenchRun& run, const Style& style = {},
                    const std::optional<Comparison>& against = {})
{
    std::ostringstream out;
    write_run_text(run, against, style, out);
    return out.str();
}

Comparison sample_comparison()
{
    Comparison comparison = compare_runs(sample_run().record, earlier_run());
    comparison.file = "before.json";
    return comparison;
}

}  // namespace

TEST_SUITE("searcher/bench/run_text")
{
    TEST_CASE("a run and how it stands to an earlier one look as promised")
    {
        for (const unsigned columns : {80U, 140U}) {
            check_golden("output/bench-" + std::to_string(columns) + ".txt",
                         printed(sample_run(), {.columns = columns}, sample_comparison()));
        }
        BenchRecord other = earlier_run();
        other.queries_hash = "others";
        other.manifest = "another";
        const Comparison comparison = compare_runs(sample_run().record, other);
        std::ostringstream out;
        Sheet sheet{out, {}};
        write_comparison(sheet, comparison);
        check_golden("output/bench-other-queries.txt", out.str());
    }

    TEST_CASE("colours change no letter, and nothing but the message of an error is too wide")
    {
        const BenchRun run = sample_run();
        for (const unsigned columns : {40U, 80U, 200U}) {
            const Style plain{.columns = columns};
            const Style coloured{.colour = true, .columns = columns};
            CHECK(without_colours(printed(run, coloured, sample_comparison())) ==
                  printed(run, plain, sample_comparison()));
            BenchRun whole = run;
            whole.failures.clear();
            CHECK(widest_line(printed(whole, plain, sample_comparison())) <= columns);
        }
    }

    TEST_CASE("nothing in a query, a name, a path or a saved run does anything to a terminal")
    {
        const std::string evil = "a\x1b]0;x\x07\u202E\nb";
        BenchRun run = sample_run();
        run.record.index = run.record.machine = run.record.date = evil;
        for (LoggedQuery& query : run.queries) { query.name = query.text = evil; }
        for (BenchFailure& failure : run.failures) {
            failure.error.message = failure.error.text = failure.error.hint = evil;
        }
        Comparison comparison = sample_comparison();
        comparison.file = comparison.date = evil;
        comparison.warnings = {evil};
        CHECK(harm_in(printed(run, {}, comparison)).empty());
    }

    TEST_CASE("runs that lack something say so, or leave it out")
    {
        BenchRun none = sample_run();
        none.record.modes.clear();
        none.record.throughput.clear();
        for (auto& total : none.record.totals) { total.reset(); }
        CHECK(printed(none).starts_with("0 of 32 queries answered"));
        CHECK_FALSE(contains(printed(none), "p50"));
        CHECK(contains(printed(none), "in no figure: 1 query-syntax, 1 timeout"));

        BenchRun stopped = sample_run();
        stopped.is_interrupted = true;
        CHECK(contains(printed(stopped), "interrupted"));
        CHECK_FALSE(contains(printed(sample_run()), "interrupted"));

        BenchRun cached = sample_run();
        cached.stayed_cached = 0.63;
        CHECK(contains(printed(cached), "63 % of the index stayed in memory"));
        CHECK_FALSE(contains(printed(sample_run()), "stayed in memory"));
        CHECK(contains(printed(sample_run()), "out of memory (0.2"));

        BenchRun plain = sample_run();
        std::erase_if(plain.record.modes, [](const ModeTimes& t) { return t.mode->facets; });
        std::erase_if(plain.record.throughput, [](const Throughput& t) { return t.facets; });
        plain.record.facets.clear();
        CHECK(contains(printed(plain), "slowest queries (warm)"));
        CHECK_FALSE(contains(printed(plain), " with facets"));
    }

    TEST_CASE("of many failures the first are listed")
    {
        BenchRun run = sample_run();
        const BenchFailure failure = run.failures[0];
        run.failures.assign(25, failure);
        const std::string text = printed(run);
        CHECK(contains(text, "in no figure: 25 query-syntax"));
        CHECK(contains(text, "and 5 more; --format json lists all"));
    }
}
