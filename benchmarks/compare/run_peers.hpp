// Who stood beside Dateline in a run.
#pragma once

#include "benchmarks/compare/peer.hpp"
#include "benchmarks/compare/record.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::compare {

/// The peers of a run but Dateline.
std::vector<const Peer*> other_peers(const RunRecord& run);

/// Each with the ways in which it indexed.
std::vector<std::pair<const Peer*, std::string>> peer_ways(const RunRecord& run);

/// The peer as it is shown, with the way if it has several.
std::string way_text(const Peer& peer, std::string_view way);

}  // namespace dateline::compare
