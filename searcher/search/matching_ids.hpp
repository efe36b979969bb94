// The ids of all articles that match a query: what `dateline-index remove --query` removes.
#pragma once

#include "common/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::searcher {

/// In the order of the index. Fails with QuerySyntax, and as Engine::open() does.
Result<std::vector<std::string>> matching_ids(const std::filesystem::path& index,
                                              const std::string& query);

}  // namespace dateline::searcher
