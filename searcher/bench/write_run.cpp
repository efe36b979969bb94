#include "common/text/json_line.hpp"
#include "searcher/bench/figures.hpp"
#include "searcher/bench/run_json.hpp"
#include "searcher/bench/statistics.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace dateline::searcher {
namespace {

using Json = nlohmann::ordered_json;

/// To four digits behind the point.
double rounded(double value)
{
    constexpr double kParts = 10'000;
    return std::round(value * kParts) / kParts;
}

template <class Value>
Json or_null_of(const std::optional<Value>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json times_json(const Times& times)
{
    Json json = Json::array();
    for (const auto& time : times) { json.push_back(time ? Json(rounded(*time)) : Json(nullptr)); }
    return json;
}

Json index_json(const BenchRecord& record)
{
    return {{"path", record.index},
            {"generation", record.generation},
            {"articles", record.articles},
            {"manifest", record.manifest}};
}

Json failure_json(const LoggedQuery& query, const Error& error)
{
    return {{"line", query.line},
            {"name", or_null(query.name)},
            {"query", query.text},
            {"reason", info(error.kind).name},
            {"message", error.message},
            {"hint", or_null(error.hint)},
            {"offset", or_null_of(error.offset)}};
}

Json queries_json(const BenchRun& run)
{
    const AnswerCounts answers = answers_of(run.record);
    Json totals = Json::array();
    for (const auto& total : run.record.totals) { totals.push_back(or_null_of(total)); }
    Json failed = Json::array();
    for (const BenchFailure& failure : run.failures) {
        failed.push_back(failure_json(run.queries[failure.query], failure.error));
    }
    return {{"hash", run.record.queries_hash},    {"given", run.queries.size()},
            {"answered", answers.answered},       {"found_nothing", answers.empty},
            {"articles_found", answers.articles}, {"reasons", reasons_of(run.failures)},
            {"failed", std::move(failed)},        {"totals", std::move(totals)}};
}

Json mode_json(const ModeTimes& times)
{
    const ModeFigures figures = figures_of(times);
    Json rounds = Json::array();
    for (const Times& round : times.rounds) { rounds.push_back(times_json(round)); }
    return {{"name", times.mode->name},
            {"queries", figures.queries},
            {"p50_ms", rounded(figures.p50)},
            {"p95_ms", rounded(figures.p95)},
            {"p99_ms", rounded(figures.p99)},
            {"max_ms", rounded(figures.most)},
            {"queries_per_second", rounded(figures.per_second)},
            {"rounds_ms", std::move(rounds)}};
}

Json histogram_json(const BenchRecord& record)
{
    const Histogram histogram = histogram_of(record);
    Json rows = Json::array();
    for (std::size_t bucket = 0; bucket + 1 < histogram.borders.size(); ++bucket) {
        Json row = {{"from_ms", histogram.borders[bucket]},
                    {"below_ms", histogram.borders[bucket + 1]}};
        for (std::size_t i = 0; i < record.modes.size(); ++i) {
            row[std::string{record.modes[i].mode->name}] = histogram.counts[i][bucket];
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Json slowest_json(const BenchRun& run)
{
    Json rows = Json::array();
    if (run.record.modes.empty()) { return rows; }
    for (const std::size_t place : slowest(medians_of(run.record.modes.back()), kSlowest)) {
        const LoggedQuery& query = run.queries[place];
        Json row = {{"line", query.line},
                    {"name", or_null(query.name)},
                    {"query", query.text},
                    {"total", or_null_of(run.record.totals[place])}};
        for (const ModeTimes& times : run.record.modes) {
            const auto ms = medians_of(times)[place];
            row[std::string{times.mode->name} + "_ms"] = ms ? Json(rounded(*ms)) : Json(nullptr);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Json throughput_json(const Throughput& row)
{
    const auto figure = figure_of(row.per_second);
    Json rounds = Json::array();
    for (const double speed : row.per_second) { rounds.push_back(rounded(speed)); }
    return {{"threads", row.threads},
            {"facets", row.facets},
            {"queries_per_second", rounded(figure ? figure->median : 0)},
            {"failed", row.failed},
            {"rounds_per_second", std::move(rounds)}};
}

Json against_json(const Comparison& comparison)
{
    Json modes = Json::array();
    for (const ModeComparison& mode : comparison.modes) {
        const auto ratio = [&](double value) {
            return mode.has_ratios() ? Json(rounded(value)) : Json();
        };
        const auto each = [&](double value) { return mode.each ? Json(rounded(value)) : Json(); };
        const EachRatio means = mode.each.value_or(EachRatio{});
        modes.push_back({{"name", mode.mode->name},
                         {"queries", mode.queries},
                         {"p50", ratio(mode.p50)},
                         {"p95", ratio(mode.p95)},
                         {"p99", ratio(mode.p99)},
                         {"each", each(means.mean)},
                         {"each_least", each(means.least)},
                         {"each_most", each(means.most)},
                         {"verdict", verdict_info(mode.verdict).name}});
    }
    Json throughput = Json::array();
    for (const ThroughputComparison& row : comparison.throughput) {
        throughput.push_back({{"threads", row.threads},
                              {"facets", row.facets},
                              {"queries_per_second", rounded(row.ratio)},
                              {"verdict", verdict_info(row.verdict).name}});
    }
    return {{"file", comparison.file},
            {"date", comparison.date},
            {"warnings", comparison.warnings},
            {"modes", std::move(modes)},
            {"throughput", std::move(throughput)}};
}

}  // namespace

void write_run_json(const BenchRun& run, const std::optional<Comparison>& against,
                    std::ostream& out)
{
    const BenchRecord& record = run.record;
    Json json = {{"schema", kRunSchema},
                 {"program", record.program},
                 {"date", record.date},
                 {"machine", record.machine},
                 {"load", rounded(record.load)},
                 {"index", index_json(record)},
                 {"facets", record.facets},
                 {"facet_limit", record.facet_limit},
                 {"time_limit_ms", record.time_limit_ms},
                 {"interrupted", run.is_interrupted},
                 {"stayed_cached", run.stayed_cached ? Json(rounded(*run.stayed_cached)) : Json()},
                 {"queries", queries_json(run)},
                 {"modes", Json::array()},
                 {"histogram", histogram_json(record)},
                 {"slowest", slowest_json(run)},
                 {"throughput", Json::array()},
                 {"against", against ? against_json(*against) : Json()}};
    for (const ModeTimes& times : record.modes) { json["modes"].push_back(mode_json(times)); }
    for (const Throughput& row : record.throughput) {
        json["throughput"].push_back(throughput_json(row));
    }
    write_json_line(json, out);
}

}  // namespace dateline::searcher
