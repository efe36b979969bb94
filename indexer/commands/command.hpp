// The verbs of dateline-index.
//
// To add one: write <name>.cpp beside this file, defining `<name>_command`, add COMMAND(<name>) to
// commands.def, and name it in the rows of settings.cpp whose options it takes.
#pragma once

#include "common/cli/program.hpp"
#include "indexer/settings.hpp"

namespace dateline::indexer {

using Call = cli::Call<Settings>;
using Command = cli::Command<Settings>;

inline constexpr std::string_view kProgramName = "dateline-index";

/// Every verb, in the order of commands.def.
std::span<const Command* const> commands();

}  // namespace dateline::indexer
