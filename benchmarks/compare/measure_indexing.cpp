// Indexing: every index of every peer as a whole command, on its own.
#include "benchmarks/compare/export_corpus.hpp"
#include "benchmarks/compare/measure.hpp"
#include "benchmarks/split.hpp"

#include <fstream>
#include <sstream>
#include <unistd.h>

namespace dateline::compare {
namespace {

/// Reads what an indexer prints: "seconds NAME VALUE" and "articles N"; other lines are its own.
void read_report(const std::filesystem::path& output, IndexRecord& record)
{
    std::ifstream file{output};
    for (std::string line; std::getline(file, line);) {
        std::istringstream words{line};
        std::string word;
        words >> word;
        if (word == "seconds") {
            std::string name;
            double seconds = 0;
            if (words >> name >> seconds) { record.phases[name] = seconds; }
        } else if (word == "articles") {
            words >> record.articles;
        }
    }
}

std::string first_line_of(const std::filesystem::path& file)
{
    std::ifstream text{file};
    std::string line;
    std::getline(text, line);
    return line;
}

Status index_one(const Bench& bench, const Peer& peer, std::string_view way, int round,
                 RunRecord& record)
{
    const auto index = bench.places.index(peer.name, way);
    const auto output = bench.places.scratch / "output.txt";
    const auto errors = bench.places.scratch / "errors.txt";
    std::error_code ignored;
    std::filesystem::remove_all(index, ignored);
    sync();  // what others wrote is not this one's to wait for
    const auto cost = run_command(peer.index(bench.places, way), output, errors);
    if (!cost) { return Failure{cost.error()}; }
    if (cost->exit_code != 0) {
        return fail(ErrorKind::Io, std::string{peer.shown} + " cannot index (exit code " +
                                       std::to_string(cost->exit_code) +
                                       "): " + first_line_of(errors));
    }
    IndexRecord made{.share = bench.share,
                     .peer = std::string{peer.name},
                     .way = std::string{way},
                     .round = round,
                     .seconds = cost->seconds,
                     .cpu_seconds = cost->cpu_seconds,
                     .peak_bytes = cost->peak_bytes};
    read_report(output, made);
    const auto parts = peer.parts(index);
    if (!parts) { return Failure{parts.error()}; }
    made.parts = {parts->begin(), parts->end()};
    bench.say("indexed with " + made.peer + " (" + made.way +
              "): " + std::to_string(static_cast<int>(made.seconds)) + " s");
    record.indexing.push_back(std::move(made));
    return Done{};
}

/// In a process of its own: what this one holds counts into the peak memory of every later command.
Status export_for_peers(const Bench& bench)
{
    const Places& places = bench.places;
    if (std::filesystem::exists(places.tsv)) { return Done{}; }
    const auto cost =
        run_command({places.programs / "benchmarks/compare/dateline-compare", "export",
                     places.index("dateline", "all"), places.tsv, places.dump},
                    places.scratch / "exported.txt", places.scratch / "errors.txt");
    if (!cost) { return Failure{cost.error()}; }
    if (cost->exit_code != 0) {
        return fail(ErrorKind::Io,
                    "cannot export the corpus: " + first_line_of(places.scratch / "errors.txt"));
    }
    return Done{};
}

}  // namespace

Status measure_indexing(const Bench& bench, int round, RunRecord& record)
{
    // Dateline is first until the others have something to read; then the order turns.
    const bool exported = std::filesystem::exists(bench.places.tsv);
    const std::size_t shift = exported ? static_cast<std::size_t>(round) : 0;
    for (std::size_t i = 0; i < bench.peers.size(); ++i) {
        const Peer* peer = bench.peers[(i + shift) % bench.peers.size()];
        for (const std::string_view way : split(peer->ways, ' ')) {
            const auto indexed = index_one(bench, *peer, way, round, record);
            if (!indexed) { return indexed; }
            if (peer != bench.peers.front()) { continue; }
            const auto written = export_for_peers(bench);
            if (!written) { return written; }
        }
    }
    return Done{};
}

}  // namespace dateline::compare
