// A share of a corpus: every n-th article of some dumps, as one file of plain JSONL.
#pragma once

#include "common/result.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace dateline::compare {

/// `share` is "1" or "1/N". The dumps are JSONL, packed or not; a line is an article. Fails with
/// Io, or InputFormat if one cannot be unpacked.
Status write_share(const std::vector<std::filesystem::path>& dumps, std::string_view share,
                   const std::filesystem::path& jsonl);

}  // namespace dateline::compare
