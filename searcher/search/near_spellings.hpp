// Words that are there and spelled nearly like one that is not: "did you mean".
#pragma once

#include "searcher/query/plan.hpp"

#include <string>
#include <vector>

namespace dateline::searcher {

/// Of a leaf that finds nothing, what its text could be with another word instead of one that is
/// not there: the nearest first, then the commonest. Those of a person or source are words of
/// names. Empty if nothing is near, or the time is over.
std::vector<std::string> near_spellings(const QuerySpec& leaf, Planner& planner);

}  // namespace dateline::searcher
