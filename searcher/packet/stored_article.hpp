// An article as an index keeps it: what packets are made of and compared with.
#pragma once

#include "common/storage/snapshot.hpp"

#include <optional>
#include <string>

namespace dateline::searcher {

/// The article of an id; nothing if there is none. Fails with IndexDamaged.
Result<std::optional<Article>> stored_article(const Snapshot& snapshot, const std::string& id);

}  // namespace dateline::searcher
