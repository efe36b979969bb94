#include "searcher/bench/figures.hpp"

#include "searcher/bench/statistics.hpp"

#include <algorithm>
#include <numeric>

namespace dateline::searcher {

Times medians_of(const ModeTimes& times)
{
    Times medians(times.rounds.empty() ? 0 : times.rounds.front().size());
    for (std::size_t query = 0; query < medians.size(); ++query) {
        std::vector<double> values;
        for (const Times& round : times.rounds) {
            if (round[query]) { values.push_back(*round[query]); }
        }
        if (const auto figure = figure_of(values)) { medians[query] = figure->median; }
    }
    return medians;
}

std::vector<double> values_of(const Times& times)
{
    std::vector<double> values;
    for (const auto& time : times) {
        if (time) { values.push_back(*time); }
    }
    return values;
}

ModeFigures figures_of(const ModeTimes& times)
{
    const std::vector<double> values = values_of(medians_of(times));
    constexpr double kMilliseconds = 1000;
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    return {.queries = values.size(),
            .p50 = percentile(values, 0.5),
            .p95 = percentile(values, 0.95),
            .p99 = percentile(values, 0.99),
            .most = percentile(values, 1),
            .per_second = sum > 0 ? kMilliseconds * static_cast<double>(values.size()) / sum : 0};
}

AnswerCounts answers_of(const BenchRecord& record)
{
    AnswerCounts counts;
    for (const auto& total : record.totals) {
        counts.answered += total ? 1 : 0;
        counts.empty += total == 0U ? 1 : 0;
        counts.articles += total.value_or(0);
    }
    return counts;
}

std::map<std::string, std::size_t> reasons_of(const std::vector<BenchFailure>& failures)
{
    std::map<std::string, std::size_t> reasons;
    for (const BenchFailure& failure : failures) {
        ++reasons[std::string{info(failure.error.kind).name}];
    }
    return reasons;
}

Histogram histogram_of(const BenchRecord& record)
{
    std::vector<std::vector<double>> series;
    for (const ModeTimes& times : record.modes) { series.push_back(values_of(medians_of(times))); }
    return histogram_of(series);
}

std::vector<std::size_t> slowest(const Times& times, std::size_t count)
{
    std::vector<std::size_t> places;
    for (std::size_t query = 0; query < times.size(); ++query) {
        if (times[query]) { places.push_back(query); }
    }
    std::stable_sort(places.begin(), places.end(),
                     [&times](std::size_t a, std::size_t b) { return *times[a] > *times[b]; });
    places.resize(std::min(places.size(), count));
    return places;
}

std::vector<std::size_t> spread_evenly(const std::vector<std::size_t>& places, std::size_t most)
{
    if (places.size() <= most) { return places; }
    std::vector<std::size_t> some(most);
    for (std::size_t i = 0; i < most; ++i) { some[i] = places[i * places.size() / most]; }
    return some;
}

std::vector<std::uint64_t> thread_counts(std::uint64_t most)
{
    std::vector<std::uint64_t> counts;
    for (std::uint64_t count = 1; count < most; count *= 2) { counts.push_back(count); }
    counts.push_back(most);
    return counts;
}

}  // namespace dateline::searcher
