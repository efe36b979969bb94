#include "benchmarks/compare/figures.hpp"

#include "benchmarks/compare/classes.hpp"

#include <algorithm>

namespace dateline::compare {
namespace {

void add_new(std::vector<std::string>& names, const std::string& name)
{
    if (std::find(names.begin(), names.end(), name) == names.end()) { names.push_back(name); }
}

constexpr std::string_view kCommand = "command ";

bool matches(const LatencyRecord& latency, const Asked& asked)
{
    const bool of_name =
        asked.name == "command" ? latency.name.starts_with(kCommand) : latency.name == asked.name;
    return of_name && latency.share == asked.share && latency.contender == asked.contender &&
           latency.pass == asked.pass;
}

/// Nothing if too much failed.
std::vector<std::vector<double>> times_by_round(const RunRecord& run, const Asked& asked)
{
    std::vector<std::vector<double>> rounds;
    std::size_t questions = 0;
    std::size_t failed = 0;
    for (const LatencyRecord& latency : run.latencies) {
        if (!matches(latency, asked)) { continue; }
        const auto round = static_cast<std::size_t>(std::max(latency.round, 0));
        if (round >= rounds.size()) { rounds.resize(round + 1); }
        rounds[round].insert(rounds[round].end(), latency.times.begin(), latency.times.end());
        questions += latency.asked;
        failed += latency.failed;
    }
    if (failed * 10 >= questions) { return {}; }
    rounds.erase(std::remove_if(rounds.begin(), rounds.end(),
                                [](const auto& times) { return times.empty(); }),
                 rounds.end());
    return rounds;
}

}  // namespace

Rounds indexing_rounds(const RunRecord& run, std::string_view share, std::string_view peer,
                       std::string_view way, const std::function<double(const IndexRecord&)>& value)
{
    Rounds rounds;
    for (const IndexRecord& made : run.indexing) {
        if (made.share == share && made.peer == peer && made.way == way) {
            rounds.push_back(value(made));
        }
    }
    return rounds;
}

Rounds latency_rounds(const RunRecord& run, const Asked& asked, double at)
{
    Rounds rounds;
    for (const auto& times : times_by_round(run, asked)) {
        rounds.push_back(percentile(times, at));
    }
    return rounds;
}

std::optional<Figure> latency_figure(const RunRecord& run, const Asked& asked, double at)
{
    std::vector<double> all;
    for (const auto& times : times_by_round(run, asked)) {
        all.insert(all.end(), times.begin(), times.end());
    }
    auto figure = figure_of(latency_rounds(run, asked, at));
    if (figure) { figure->median = percentile(all, at); }
    return figure;
}

std::vector<std::string> classes_of(const RunRecord& run)
{
    std::vector<std::string> names;
    for (const LatencyRecord& latency : run.latencies) {
        const bool drawn = latency.name != "open" && !latency.name.starts_with(kCommand) &&
                           !is_fixed(latency.name);
        if (drawn) { add_new(names, latency.name); }
    }
    return names;
}

std::vector<std::string> fixed_of(const RunRecord& run)
{
    std::vector<std::string> names;
    for (const LatencyRecord& latency : run.latencies) {
        if (is_fixed(latency.name)) { add_new(names, latency.name); }
    }
    return names;
}

std::vector<std::string> contenders_of(const RunRecord& run)
{
    std::vector<std::string> names;
    for (const LatencyRecord& latency : run.latencies) { add_new(names, latency.contender); }
    return names;
}

double bytes_of(const IndexRecord& made)
{
    std::uint64_t bytes = 0;
    for (const auto& [part, size] : made.parts) { bytes += size; }
    return static_cast<double>(bytes);
}

}  // namespace dateline::compare
