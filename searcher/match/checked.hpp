// Matches that a look at the words of their candidates confirms.
#pragma once

#include "searcher/match/matches.hpp"
#include "searcher/match/places.hpp"

#include <functional>

namespace dateline::searcher {

using StreamTest = std::function<bool(const ArticleStream&)>;

/// Those of `candidates` that pass the test, with the weights of `candidates`, which is not asked
/// to confirm: the test implies it. `segment`, `names` and `deadline` must outlive it.
MatchesPtr match_checked(const Segment& segment, const NameTable& names, MatchesPtr candidates,
                         StreamTest test, Deadline& deadline);

/// The test that there are at least so many places that do not overlap.
StreamTest has_places(PlacesPtr places, std::size_t least = 1);

}  // namespace dateline::searcher
