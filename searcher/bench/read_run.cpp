#include "common/storage/json_file.hpp"
#include "searcher/bench/run_json.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

/// Deeper than any saved run.
constexpr int kMaxNesting = 8;

// More than any saved run has.
constexpr std::size_t kMaxRounds = 100;
constexpr std::size_t kMaxRows = 1000;

using Value = JsonValue;

Times times_of(const Value& list, std::size_t queries)
{
    Times times;
    for (const Value& value : list.list(kMaxQueries)) {
        times.push_back(value.is_null() ? std::nullopt : std::optional{value.positive()});
    }
    if (times.size() != queries) { list.refuse("has another length than /queries/totals"); }
    const bool is_empty =
        std::none_of(times.begin(), times.end(), [](const auto& time) { return time.has_value(); });
    if (is_empty) { list.refuse("has no times"); }
    return times;
}

/// Nothing for a mode that this program does not know.
std::optional<ModeTimes> mode_of(const Value& value, std::size_t queries)
{
    const std::string name = value.at("name").text();
    const auto* const mode =
        std::find_if(kBenchModes.begin(), kBenchModes.end(),
                     [&name](const BenchMode& known) { return known.name == name; });
    if (mode == kBenchModes.end()) { return {}; }
    ModeTimes times{.mode = mode};
    const Value rounds = value.at("rounds_ms");
    for (const Value& round : rounds.list(kMaxRounds)) {
        times.rounds.push_back(times_of(round, queries));
    }
    if (times.rounds.empty()) { rounds.refuse("is empty"); }
    return times;
}

Throughput throughput_of(const Value& value)
{
    Throughput row{.threads = value.at("threads").count(),
                   .facets = value.at("facets").flag(),
                   .failed = value.at("failed").count()};
    const Value rounds = value.at("rounds_per_second");
    for (const Value& round : rounds.list(kMaxRounds)) {
        row.per_second.push_back(round.positive());
    }
    if (row.per_second.empty()) { rounds.refuse("is empty"); }
    return row;
}

void read_measured(const Value& run, BenchRecord& record)
{
    const Value queries = run.at("queries");
    record.queries_hash = queries.at("hash").text();
    for (const Value& total : queries.at("totals").list(kMaxQueries)) {
        record.totals.push_back(total.is_null() ? std::nullopt : std::optional{total.count()});
    }
    for (const Value& value : run.at("modes").list(kMaxRows)) {
        auto mode = mode_of(value, record.totals.size());
        if (mode) { record.modes.push_back(*std::move(mode)); }
    }
    for (const Value& value : run.at("throughput").list(kMaxRows)) {
        record.throughput.push_back(throughput_of(value));
    }
}

BenchRecord record_of(const Value& run)
{
    if (run.at("schema").count() != kRunSchema) {
        run.at("schema").refuse("is not " + std::to_string(kRunSchema) +
                                ": another version of dateline-search wrote it");
    }
    const Value index = run.at("index");
    BenchRecord record{.program = run.at("program").text(),
                       .date = run.at("date").text(),
                       .machine = run.at("machine").text(),
                       .load = run.at("load").number(),
                       .index = index.at("path").text(),
                       .generation = index.at("generation").count(),
                       .articles = index.at("articles").count(),
                       .manifest = index.at("manifest").text(),
                       .facet_limit = run.at("facet_limit").count(),
                       .time_limit_ms = run.at("time_limit_ms").count()};
    for (const Value& facet : run.at("facets").list(kMaxRows)) {
        record.facets.push_back(facet.text());
    }
    read_measured(run, record);
    return record;
}

}  // namespace

Result<BenchRecord> read_run(const std::filesystem::path& path)
{
    const auto bytes = read_bytes(path, kMaxRunBytes + 1);
    if (!bytes) { return Failure{bytes.error()}; }
    BenchRecord record;
    const auto read = read_json(*bytes, {.bytes = kMaxRunBytes, .nesting = kMaxNesting},
                                [&record](const Value& run) { record = record_of(run); });
    if (read) { return record; }
    return fail(read.error().kind,
                "'" + path.string() + "' is no saved run: " + read.error().message,
                "make one with dateline-search bench --save FILE");
}

}  // namespace dateline::searcher
