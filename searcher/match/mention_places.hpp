// Where an article's marks of certain names stand, so that NEAR may join them.
#pragma once

#include "common/result.hpp"
#include "searcher/match/places.hpp"

#include <string>

namespace dateline::searcher {

/// Places of the marks of a field whose values are among `values` (sorted). Reads and tokenizes the
/// stored article: far slower than looking for words. An article that cannot be read is noted in
/// `failure`, which must outlive it.
PlacesPtr mention_places(const Segment& segment, FieldId field, std::vector<std::string> values,
                         std::optional<Error>& failure);

}  // namespace dateline::searcher
