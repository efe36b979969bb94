#include "benchmarks/compare/measure.hpp"
#include "benchmarks/compare/statistics.hpp"

#include <fcntl.h>
#include <unistd.h>

namespace dateline::compare {
namespace {

constexpr std::size_t kOfEach = 2;

/// Drives the pages of an index out of the page cache, as if it had not been used for long.
void evict(const std::filesystem::path& index)
{
    std::error_code ignored;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{index, ignored}) {
        if (!entry.is_regular_file(ignored)) { continue; }
        const int file = open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) { continue; }
        fdatasync(file);  // dirty pages stay otherwise
        posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        close(file);
    }
}

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

/// 0, or 1: "no hits" of Dateline and of grep's kin.
bool answered(const Cost& cost) { return cost.exit_code <= 1; }

/// Those that every peer answers: each is tried once.
Result<std::vector<Question>> answerable(const Bench& bench, const Questions& questions)
{
    std::vector<Question> fit;
    for (const NamedQuestion& named : chosen(questions)) {
        bool all = true;
        for (const Peer* peer : bench.peers) {
            const CommandLine command = peer->shell(bench.places, named.question);
            if (command.empty()) {
                all = false;
                break;
            }
            const auto cost = run_command(command, "/dev/null", "/dev/null");
            if (!cost) { return Failure{cost.error()}; }
            all = all && answered(*cost);
        }
        if (all) { fit.push_back(named.question); }
    }
    return fit;
}

Result<LatencyRecord> run_commands(const Bench& bench, const Peer& peer, std::string_view pass,
                                   const std::vector<Question>& questions)
{
    const std::string_view way = peer.ways.substr(0, peer.ways.find(' '));
    LatencyRecord latency{.share = bench.share,
                          .contender = std::string{peer.name},
                          .name = "command",
                          .pass = std::string{pass}};
    std::vector<double> milliseconds;
    for (const Question& question : questions) {
        if (pass == "evicted") { evict(bench.places.index(peer.name, way)); }
        const auto cost = run_command(peer.shell(bench.places, question), "/dev/null", "/dev/null");
        if (!cost) { return Failure{cost.error()}; }
        ++latency.asked;
        if (answered(*cost)) {
            milliseconds.push_back(cost->seconds * 1000);
        } else if (latency.failed++ == 0) {
            latency.refusal = "exit code " + std::to_string(cost->exit_code);
        }
    }
    latency.p50 = percentile(milliseconds, 0.50);
    latency.p90 = percentile(milliseconds, 0.90);
    latency.p99 = percentile(milliseconds, 0.99);
    return latency;
}

}  // namespace

Status measure_shell(const Bench& bench, const Questions& questions, int rounds, RunRecord& record)
{
    const auto asked = answerable(bench, questions);
    if (!asked) { return Failure{asked.error()}; }
    for (int round = 0; round < rounds; ++round) {
        for (const std::string_view pass : {"warm", "evicted"}) {
            for (const Peer* peer : bench.peers) {
                auto latency = run_commands(bench, *peer, pass, *asked);
                if (!latency) { return Failure{latency.error()}; }
                LatencyRecord kept = *std::move(latency);
                kept.round = round;
                record.latencies.push_back(std::move(kept));
            }
        }
        bench.say("round " + std::to_string(round + 1) +
                  ", whole commands: " + std::to_string(asked->size()));
    }
    return Done{};
}

}  // namespace dateline::compare
