// Comparing the engine's answers with the oracle's.
#pragma once

#include "searcher/search/engine.hpp"
#include "tests/oracle/brute_force.hpp"

#include <string>

namespace dateline::tests {

/// What is wrong with the engine's answer to `query` (total, ids, facet counts), or "".
std::string difference(searcher::Engine& engine, BruteForce& oracle, const std::string& query);

}  // namespace dateline::tests
