#include "tests/support/sample_run.hpp"

namespace dateline::tests {
namespace {

using searcher::BenchMode;
using searcher::BenchRecord;
using searcher::BenchRun;
using searcher::kBenchModes;
using searcher::LoggedQuery;
using searcher::ModeTimes;
using searcher::Times;

constexpr std::size_t kQueries = 32;

bool is_failed(std::size_t query) { return query == 5 || query == 20; }

/// Most of about the same length, a few far longer; rounds differ by a few parts in a hundred.
ModeTimes times_of(const BenchMode& mode, double factor)
{
    ModeTimes times{.mode = &mode};
    for (std::size_t round = 0; round < (mode.cold ? 3U : 5U); ++round) {
        Times& values = times.rounds.emplace_back();
        for (std::size_t query = 0; query < kQueries; ++query) {
            const auto place = static_cast<double>(query % 8 + 1);
            const double ms = (0.25 + place * place * place / 64) * factor *
                              (1 + 0.02 * static_cast<double>((round * 3 + query) % 5));
            values.push_back(is_failed(query) ? std::nullopt : std::optional{ms});
        }
    }
    return times;
}

BenchRecord record_of(double with_facets)
{
    BenchRecord record{.program = "0.1.0 (schema 4)",
                       .date = "2026-11-22T10:00",
                       .machine = "An abacus, 2 cores, 1 GiB, Linux 6.1",
                       .load = 0.25,
                       .index = "news.idx",
                       .generation = 42,
                       .articles = 69620,
                       .manifest = "00112233445566778899aabbccddeeff",
                       .queries_hash = "ffeeddccbbaa99887766554433221100",
                       .facets = {"person", "country", "source:3:re"},
                       .facet_limit = 10,
                       .time_limit_ms = 2000};
    for (const BenchMode& mode : kBenchModes) {
        record.modes.push_back(
            times_of(mode, (mode.cold ? 12.5 : 1.0) * (mode.facets ? with_facets : 1.0)));
    }
    record.throughput = {
        {.threads = 1, .per_second = {410, 400, 420, 415, 405}},
        {.threads = 1, .facets = true, .per_second = {95, 99, 98.5, 101, 97}},
        {.threads = 2, .per_second = {790, 800, 780, 805, 799}},
        {.threads = 2, .facets = true, .per_second = {180, 185, 190, 182, 181}, .failed = 3},
    };
    for (std::size_t query = 0; query < kQueries; ++query) {
        record.totals.push_back(is_failed(query) ? std::nullopt : std::optional{query % 7 * 1234});
    }
    return record;
}

}  // namespace

BenchRun sample_run()
{
    BenchRun run{.record = record_of(3), .stayed_cached = 0.002};
    for (std::size_t query = 0; query < kQueries; ++query) {
        run.queries.push_back({.line = query + 3, .text = "query " + std::to_string(query)});
    }
    run.queries[7] = {.line = 10, .name = "who met", .text = "путин NEAR/5 \x1b[31mmaduro"};
    run.queries[15].text =
        "\"a phrase that is so long that no terminal has room for all of it\" "
        "country:(RU OR VE)";
    run.queries[5] = {.line = 8, .name = "gas", .text = "oil AND (gas"};
    run.failures = {{5,
                     {.kind = ErrorKind::QuerySyntax,
                      .message = "this bracket is never closed",
                      .hint = "put ) behind the group",
                      .offset = 8,
                      .text = "oil AND (gas"}},
                    {20,
                     {.kind = ErrorKind::Timeout,
                      .message = "the search took longer than 2 s",
                      .hint = "narrow the query, or give it more time with --timeout"}}};
    return run;
}

BenchRecord earlier_run()
{
    BenchRecord record = record_of(6);
    record.date = "2026-05-22T10:00";
    record.throughput[1].per_second = {45, 46, 44, 45, 47};
    record.throughput.pop_back();
    return record;
}

}  // namespace dateline::tests
