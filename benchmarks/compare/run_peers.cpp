#include "benchmarks/compare/run_peers.hpp"

#include "benchmarks/split.hpp"

namespace dateline::compare {

std::vector<const Peer*> other_peers(const RunRecord& run)
{
    std::vector<const Peer*> others;
    for (const Peer* peer : peers().subspan(1)) {
        if (run.versions.contains(std::string{peer->name})) { others.push_back(peer); }
    }
    return others;
}

std::vector<std::pair<const Peer*, std::string>> peer_ways(const RunRecord& run)
{
    std::vector<std::pair<const Peer*, std::string>> ways;
    for (const Peer* peer : other_peers(run)) {
        for (const std::string_view way : split(peer->ways, ' ')) {
            ways.emplace_back(peer, std::string{way});
        }
    }
    return ways;
}

std::string way_text(const Peer& peer, std::string_view way)
{
    return std::string{peer.shown} +
           (peer.ways.find(' ') == std::string_view::npos ? "" : ", " + std::string{way});
}

}  // namespace dateline::compare
