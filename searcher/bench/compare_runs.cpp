#include "searcher/bench/compare_runs.hpp"

#include "common/text/number.hpp"
#include "searcher/bench/figures.hpp"
#include "searcher/bench/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace dateline::searcher {
namespace {

using Places = std::vector<std::size_t>;
using Values = std::vector<double>;

double mean(const Values& values)
{
    double sum = 0;
    for (const double value : values) { sum += value; }
    return sum / static_cast<double>(values.size());
}

/// Of the mean of values like these: drawn again and again, always with the same numbers, so that
/// two runs compare the same way each time.
EachRatio bootstrap(const Values& logs)
{
    constexpr std::size_t kDraws = 1000;
    std::mt19937 random{20221122};  // NOLINT: it has to be the same each time
    Values means;
    for (std::size_t draw = 0; draw < kDraws; ++draw) {
        double sum = 0;
        for (std::size_t i = 0; i < logs.size(); ++i) { sum += logs[random() % logs.size()]; }
        means.push_back(sum / static_cast<double>(logs.size()));
    }
    return {.mean = std::exp(mean(logs)),
            .least = std::exp(percentile(means, 0.025)),
            .most = std::exp(percentile(means, 0.975))};
}

/// What rounds say: those of `now` all lie above, or all below, those of `then`.
bool rounds_differ(const Values& now, const Values& then)
{
    const auto a = figure_of(now);
    const auto b = figure_of(then);
    return a && b && (a->most < b->least || a->least > b->most);
}

bool is_answered(const ModeTimes& times, std::size_t query)
{
    return std::all_of(times.rounds.begin(), times.rounds.end(),
                       [query](const Times& round) { return round[query].has_value(); });
}

/// The queries that both have answered in all rounds.
Places common_queries(const ModeTimes& a, const ModeTimes& b)
{
    Places places;
    const std::size_t count = std::min(a.rounds.front().size(), b.rounds.front().size());
    for (std::size_t query = 0; query < count; ++query) {
        if (is_answered(a, query) && is_answered(b, query)) { places.push_back(query); }
    }
    return places;
}

/// The mean logarithm of each round over some queries.
Values round_means(const ModeTimes& times, const Places& places)
{
    Values means;
    for (const Times& round : times.rounds) {
        Values logs;
        for (const std::size_t place : places) { logs.push_back(std::log(*round[place])); }
        means.push_back(mean(logs));
    }
    return means;
}

/// Medians of some queries.
Values medians_at(const ModeTimes& times, const Places& places)
{
    const Times medians = medians_of(times);
    Values values;
    for (const std::size_t place : places) { values.push_back(*medians[place]); }
    return values;
}

void set_percentiles(ModeComparison& comparison, const Values& now, const Values& then)
{
    const auto ratio = [&](double share) {
        return percentile(now, share) / percentile(then, share);
    };
    comparison.p50 = ratio(0.5);
    comparison.p95 = ratio(0.95);
    comparison.p99 = ratio(0.99);
}

bool has_enough_rounds(std::size_t now, std::size_t then)
{
    return std::min(now, then) >= kFewestRounds;
}

ModeComparison compare_mode(const ModeTimes& now, const ModeTimes& then)
{
    const Places places = common_queries(now, then);
    ModeComparison comparison{.mode = now.mode, .queries = places.size()};
    if (places.empty()) { return comparison; }
    const Values now_ms = medians_at(now, places);
    const Values then_ms = medians_at(then, places);
    set_percentiles(comparison, now_ms, then_ms);
    Values logs;
    for (std::size_t i = 0; i < places.size(); ++i) {
        logs.push_back(std::log(now_ms[i] / then_ms[i]));
    }
    const EachRatio each = bootstrap(logs);
    comparison.each = each;
    if (places.size() < kFewestQueries ||
        !has_enough_rounds(now.rounds.size(), then.rounds.size())) {
        return comparison;
    }
    const bool differ = rounds_differ(round_means(now, places), round_means(then, places));
    comparison.verdict = differ && each.most < 1    ? Verdict::Faster
                         : differ && each.least > 1 ? Verdict::Slower
                                                    : Verdict::NoDifference;
    return comparison;
}

ThroughputComparison compare_throughput(const Throughput& now, const Throughput& then)
{
    ThroughputComparison comparison{.threads = now.threads, .facets = now.facets};
    comparison.ratio = figure_of(now.per_second)->median / figure_of(then.per_second)->median;
    if (!has_enough_rounds(now.per_second.size(), then.per_second.size())) { return comparison; }
    comparison.verdict = !rounds_differ(now.per_second, then.per_second) ? Verdict::NoDifference
                         : comparison.ratio > 1                          ? Verdict::Faster
                                                                         : Verdict::Slower;
    return comparison;
}

std::string index_text(const BenchRecord& record)
{
    return "generation " + std::to_string(record.generation) + " with " +
           with_commas(record.articles) + " articles";
}

std::vector<std::string> warnings_of(const BenchRecord& now, const BenchRecord& then)
{
    std::vector<std::string> warnings;
    const auto warn = [&warnings](std::string text) { warnings.push_back(std::move(text)); };
    if (now.queries_hash != then.queries_hash) {
        warn("the queries differ: the ratios say more of them than of speed");
    }
    if (now.manifest != then.manifest) {
        warn("the index differs: then " + index_text(then) + ", now " + index_text(now));
    } else if (now.queries_hash == then.queries_hash) {
        std::size_t differ = 0;
        for (std::size_t i = 0; i < std::min(now.totals.size(), then.totals.size()); ++i) {
            if (now.totals[i] && then.totals[i] && now.totals[i] != then.totals[i]) { ++differ; }
        }
        if (differ > 0) {
            warn("queries that find another number of articles than then: " +
                 std::to_string(differ));
        }
    }
    if (now.facets != then.facets || now.facet_limit != then.facet_limit) {
        warn("other facets were counted");
    }
    if (now.time_limit_ms != then.time_limit_ms) { warn("the time limit differs"); }
    if (now.machine != then.machine) { warn("the machine differs: then " + then.machine); }
    return warnings;
}

}  // namespace

Comparison compare_runs(const BenchRecord& now, const BenchRecord& then)
{
    Comparison comparison{.date = then.date, .warnings = warnings_of(now, then)};
    const bool same = now.queries_hash == then.queries_hash;
    for (const ModeTimes& ours : now.modes) {
        const auto theirs = std::find_if(then.modes.begin(), then.modes.end(),
                                         [&](const auto& t) { return t.mode == ours.mode; });
        if (theirs == then.modes.end()) { continue; }
        if (same) {
            comparison.modes.push_back(compare_mode(ours, *theirs));
            continue;
        }
        ModeComparison& other = comparison.modes.emplace_back();
        other.mode = ours.mode;
        other.verdict = Verdict::OtherQueries;
        set_percentiles(other, values_of(medians_of(ours)), values_of(medians_of(*theirs)));
    }
    for (const Throughput& ours : now.throughput) {
        const auto theirs = std::find_if(
            then.throughput.begin(), then.throughput.end(),
            [&](const auto& t) { return t.threads == ours.threads && t.facets == ours.facets; });
        if (theirs == then.throughput.end()) { continue; }
        comparison.throughput.push_back(compare_throughput(ours, *theirs));
        if (!same) { comparison.throughput.back().verdict = Verdict::OtherQueries; }
    }
    return comparison;
}

}  // namespace dateline::searcher
