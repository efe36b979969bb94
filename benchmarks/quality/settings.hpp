// What dateline-quality was asked to measure, and with which files.
#pragma once

#include "common/cli/option_table.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace dateline::quality {

/// A file that is not named is looked for under `data`.
struct Settings {
    std::filesystem::path data{};
    std::filesystem::path docs{};
    std::filesystem::path queries{};
    std::filesystem::path qrels{};
    std::vector<std::filesystem::path> bio{};
    std::vector<std::filesystem::path> gold{};
};

/// Every option of every verb.
std::span<const cli::Option<Settings>> options();

}  // namespace dateline::quality
