// The ids of all articles that match a query: what `dateline-index remove --query` removes.
#pragma once

#include "common/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::searcher {

struct MatchingIds {
    std::vector<std::string> ids{};    ///< in the order of the index
    std::vector<std::string> notes{};  ///< how the query was understood, where that may surprise
};

/// With the ledger `people`, or (an empty path) the index's own. Fails with QuerySyntax, and as
/// Engine::open() does.
Result<MatchingIds> matching_ids(const std::filesystem::path& index, const std::string& query,
                                 const std::filesystem::path& people);

}  // namespace dateline::searcher
