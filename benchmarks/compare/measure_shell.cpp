// Whole commands, as a person at a shell waits for them.
#include "benchmarks/compare/measure.hpp"
#include "searcher/bench/page_cache.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace dateline::compare {
namespace {

constexpr std::size_t kOfEach = 3;

/// The first questions of each class, those without facets: whole commands show what they show.
std::vector<NamedQuestion> chosen(const Questions& questions)
{
    std::vector<NamedQuestion> few;
    std::map<std::string, std::size_t> taken;
    for (const NamedQuestion& named : questions.asked) {
        if (is_fixed(named.name) || named.question.facets || taken[named.name] == kOfEach) {
            continue;
        }
        ++taken[named.name];
        few.push_back(named);
    }
    return few;
}

/// Those that every peer answers with hits: each is tried once.
Result<std::vector<NamedQuestion>> answerable(const Bench& bench, const Questions& questions)
{
    std::vector<NamedQuestion> fit;
    for (const NamedQuestion& named : chosen(questions)) {
        bool all = true;
        for (const Peer* peer : bench.peers) {
            const CommandLine command = peer->shell(bench.places, named.question);
            all = all && !command.empty();
            if (!all) { break; }
            const auto cost = run_command(command, "/dev/null", "/dev/null");
            if (!cost) { return Failure{cost.error()}; }
            all = cost->exit_code == 0;
        }
        if (all) { fit.push_back(named); }
    }
    return fit;
}

/// One command; what it took goes to the record of its class, which is made if need be.
Status run_one(const Bench& bench, const Peer& peer, const NamedQuestion& named,
               std::string_view pass, int round, std::vector<LatencyRecord>& records)
{
    const std::string_view way = peer.ways.substr(0, peer.ways.find(' '));
    if (pass == "evicted") { searcher::drop_from_page_cache(bench.places.index(peer.name, way)); }
    const auto cost =
        run_command(peer.shell(bench.places, named.question), "/dev/null", "/dev/null");
    if (!cost) { return Failure{cost.error()}; }
    const std::string name = "command " + named.name;
    auto record = std::find_if(records.begin(), records.end(), [&](const LatencyRecord& known) {
        return known.contender == peer.name && known.name == name && known.pass == pass;
    });
    if (record == records.end()) {
        record = records.insert(record, {.share = bench.share,
                                         .contender = std::string{peer.name},
                                         .name = name,
                                         .pass = std::string{pass},
                                         .round = round});
    }
    ++record->asked;
    if (cost->exit_code == 0 || cost->exit_code == peer.no_hits_code) {
        record->times.push_back(std::round(cost->seconds * 1e6) / 1e3);
    } else if (record->failed++ == 0) {
        record->refusal = "exit code " + std::to_string(cost->exit_code);
    }
    return Done{};
}

}  // namespace

Status measure_shell(const Bench& bench, const Questions& questions, int rounds, RunRecord& record)
{
    const auto asked = answerable(bench, questions);
    if (!asked) { return Failure{asked.error()}; }
    for (int round = 0; round < rounds; ++round) {
        std::vector<LatencyRecord> records;
        for (const std::string_view pass : {"warm", "evicted"}) {
            for (const NamedQuestion& named : *asked) {
                for (const Peer* peer : bench.peers) {
                    const auto run = run_one(bench, *peer, named, pass, round, records);
                    if (!run) { return run; }
                }
            }
        }
        record.latencies.insert(record.latencies.end(), records.begin(), records.end());
        bench.say("round " + std::to_string(round + 1) +
                  ", whole commands: " + std::to_string(asked->size()));
    }
    return Done{};
}

}  // namespace dateline::compare
