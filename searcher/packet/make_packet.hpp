// A query → the packet of all that it finds.
#pragma once

#include "searcher/packet/packet.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"

namespace dateline::searcher {

/// The same index, query and (if that matters) day make the same packet. `now` is the day of words
/// like last-30-days. Fails with QuerySyntax, as each_hit() does, and with Usage if there are more
/// hits than a packet holds.
Result<Packet> make_packet(Engine& engine, const std::string& query, std::chrono::sys_days now,
                           const SavedSource& saved, std::chrono::milliseconds time_limit);

}  // namespace dateline::searcher
