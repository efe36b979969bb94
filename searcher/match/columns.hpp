// Matches read from a segment's columns: by names, and by date of publication. They weigh nothing.
#pragma once

#include "common/date.hpp"
#include "common/storage/snapshot.hpp"
#include "searcher/match/matches.hpp"

namespace dateline::searcher {

/// Articles that have one of the names whose ordinals are set in `wanted`.
MatchesPtr match_ordinals(const Segment& segment, FieldId field,
                          const std::shared_ptr<const std::vector<bool>>& wanted,
                          Deadline& deadline);

/// Articles whose date, with its whole precision, lies inside `days`.
MatchesPtr match_days(const Segment& segment, const DayRange& days, Deadline& deadline);

/// Articles without a date.
MatchesPtr match_undated(const Segment& segment, Deadline& deadline);

}  // namespace dateline::searcher
