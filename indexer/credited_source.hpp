// Whose article it was, as credits say it: "Source: …", "With Reuters", "Do Portal do Norte".
#pragma once

#include <string_view>

namespace dateline::indexer {

/// The source that a part of a credit line states or names; empty if it does neither.
std::string_view credited_source(std::string_view part);

}  // namespace dateline::indexer
