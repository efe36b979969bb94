// Values of options that both programs read alike.
#pragma once

#include "common/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace dateline::cli {

/// A whole number from 0 to `most`, in decimal ASCII digits only. Fails with Usage.
Result<std::uint64_t> parse_number(const std::string& text, std::uint64_t most);

/// The index: `given` (from --index), else what the environment's DATELINE_INDEX names. Fails with
/// Usage if neither does.
Result<std::filesystem::path> index_path(const std::filesystem::path& given);

}  // namespace dateline::cli
