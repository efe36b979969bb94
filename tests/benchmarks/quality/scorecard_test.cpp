#include "benchmarks/quality/scorecard.hpp"

#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::quality;

namespace {

ScorecardRun run_of(std::string name, std::string_view lines)
{
    auto run = parse_run(std::move(name), lines);
    REQUIRE(run);
    return *std::move(run);
}

}  // namespace

TEST_SUITE("benchmarks/quality/scorecard")
{
    TEST_CASE("three runs side by side, with changes, new figures and those that are gone")
    {
        tests::check_golden(
            "../benchmarks/quality/scorecard.md",
            scorecard_page({
                run_of(
                    "2026-03-03T1200-cccc",
                    "verb=ranking queries=42 map=0.7000\nverb=ner dev.per.f1=0.9100 fresh=1.5\n"),
                run_of("2026-02-02T1200-bbbb",
                       "verb=ranking queries=40 map=0.7100 old=3\nverb=people r=0.9\n"),
                run_of("2026-01-01T1200-aaaa",
                       "verb=ranking queries=40 map=0.7000\nverb=ner dev.per.f1=0.8900\n"),
            }));
    }

    TEST_CASE("what is no line of figures is refused")
    {
        for (const std::string bad :
             {"map=0.7", "verb=ner map", "verb=ner map=", "verb=ner map=x", "verb=ner map=nan",
              "verb=ner map=inf", "verb=ner =1", "verb=", "verb=a b", "verb=ner a|b=1",
              "verb=ner a=1  b=2", "not measured: x", "verb=ner a=1e9",
              "verb=ner a=11111111111111111111111111111111111111", "\xff"}) {
            CAPTURE(bad);
            const auto run = parse_run("n", "verb=fine a=1\n" + bad + "\n");
            REQUIRE_FALSE(run);
            CHECK(run.error().kind == ErrorKind::InputFormat);
            CHECK(run.error().message.starts_with("line 2 "));
        }
        CHECK_FALSE(parse_run("n", std::string(1 << 20, 'x')));
        CHECK(parse_run("n", ""));
        CHECK(run_of("n", "verb=ranking\n\n").figures.empty());
    }
}
