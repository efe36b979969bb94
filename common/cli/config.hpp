// A person's own defaults: options in a file, below the command line and the environment.
#pragma once

#include "common/result.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::cli {

/// One line of it: `limit = 20`.
struct ConfigLine {
    std::string name{};   ///< of an option, without dashes
    std::string value{};  ///< "" for a switch
    std::size_t line = 0;
};

/// $XDG_CONFIG_HOME/dateline/<program>.conf, or ~/.config/dateline/<program>.conf; empty if the
/// environment names neither folder.
std::filesystem::path config_path(std::string_view program);

/// Its lines; none if there is no such file. Empty lines and those that begin with # are passed
/// over. Fails with Usage, naming file and line, for a line that is no `name = value` and for a
/// file of more than 64 KiB.
Result<std::vector<ConfigLine>> read_config(const std::filesystem::path& path);

}  // namespace dateline::cli
