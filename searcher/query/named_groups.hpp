// Which names of an index a text stands for: all that contain its words in any of their forms.
#pragma once

#include "common/storage/name_table.hpp"
#include "searcher/match/matches.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

/// Whether a name has all these surface forms.
bool has_all(std::string_view name, const std::vector<std::string>& wanted);

/// By group: whether one of its spellings, or of the ledger's names for it, contains the words.
/// Nothing once the deadline has passed.
std::optional<std::vector<bool>> groups_named(const NameColumn& names, std::string_view text,
                                              Deadline& deadline);

}  // namespace dateline::searcher
