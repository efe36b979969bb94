// Matches made of other matches: all of them, any of them, one without another.
#pragma once

#include "searcher/match/matches.hpp"

namespace dateline::searcher {

/// Articles that every part matches; weights are added up. At least one part.
MatchesPtr match_all_of(std::vector<MatchesPtr> parts);

/// Articles that any part matches; weights are added up. No part: no articles.
MatchesPtr match_any_of(std::vector<MatchesPtr> parts);

/// Articles that `wanted` matches and `unwanted` does not, with the weight of `wanted`.
MatchesPtr match_without(MatchesPtr wanted, MatchesPtr unwanted);

/// The same articles, their weights multiplied.
MatchesPtr match_scaled(MatchesPtr matches, float factor);

}  // namespace dateline::searcher
