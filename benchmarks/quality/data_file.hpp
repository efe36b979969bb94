// Files of gold: where they are, and what stands in them.
#pragma once

#include "common/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::quality {

/// The files that were named, or else those of these names under `data`.
std::vector<std::filesystem::path> files_or(const std::vector<std::filesystem::path>& named,
                                            const std::filesystem::path& data,
                                            const std::vector<std::string_view>& usual);

/// `path`, or `path`.zst if only that is there. Fails with Io if neither is: "'x' is not there".
Result<std::filesystem::path> find_file(const std::filesystem::path& path);

/// All of a file, unpacked as the indexer unpacks dumps. Fails as find_file() does, or as the
/// indexer's ByteSource.
Result<std::string> read_whole(const std::filesystem::path& path);

}  // namespace dateline::quality
