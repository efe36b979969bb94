// Values of options that both programs read alike.
#pragma once

#include "common/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>

namespace dateline::cli {

/// A whole number from 0 to `most`, in decimal ASCII digits only. Fails with Usage.
Result<std::uint64_t> parse_number(const std::string& text, std::uint64_t most);

/// For tables of options: puts a number from 0 to `kMost` into a member of the settings.
template <auto kMember, std::uint64_t kMost, class Settings>
Status set_number(Settings& settings, const std::string& text)
{
    const auto number = parse_number(text, kMost);
    if (!number) { return Failure{number.error()}; }
    settings.*kMember = *number;
    return Done{};
}

/// Likewise a path, or a text as it is.
template <auto kMember, class Settings>
Status set_text(Settings& settings, const std::string& text)
{
    settings.*kMember = text;
    return Done{};
}

/// The index: `given` (from --index), else what the environment's DATELINE_INDEX names. Fails with
/// Usage if neither does.
Result<std::filesystem::path> index_path(const std::filesystem::path& given);

}  // namespace dateline::cli
