#include "benchmarks/compare/figures.hpp"

#include "benchmarks/compare/classes.hpp"

#include <algorithm>

namespace dateline::compare {
namespace {

void add_new(std::vector<std::string>& names, const std::string& name)
{
    if (std::find(names.begin(), names.end(), name) == names.end()) { names.push_back(name); }
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

Rounds latency_rounds(const RunRecord& run, std::string_view share, std::string_view contender,
                      std::string_view name, std::string_view pass, double LatencyRecord::*value)
{
    Rounds rounds;
    for (const LatencyRecord& latency : run.latencies) {
        if (latency.share != share || latency.contender != contender || latency.name != name ||
            latency.pass != pass) {
            continue;
        }
        if (latency.asked == 0 || latency.failed * 10 >= latency.asked) { return {}; }
        rounds.push_back(latency.*value);
    }
    return rounds;
}

std::vector<std::string> classes_of(const RunRecord& run)
{
    std::vector<std::string> names;
    for (const LatencyRecord& latency : run.latencies) {
        const bool drawn =
            latency.name != "open" && latency.name != "command" && !is_fixed(latency.name);
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

const ShareRecord& share_named(const RunRecord& run, std::string_view share)
{
    const auto found = std::find_if(run.shares.begin(), run.shares.end(),
                                    [share](const ShareRecord& s) { return s.share == share; });
    return found == run.shares.end() ? run.shares.front() : *found;
}

}  // namespace dateline::compare
