// The verbs of dateline-compare.
//
// To add one: write <name>.cpp beside this file, defining `<name>_command`, add COMMAND(<name>) to
// commands.def, and name it in the rows of settings.cpp whose options it takes.
#pragma once

#include "benchmarks/compare/settings.hpp"
#include "common/cli/program.hpp"

namespace dateline::compare {

using Call = cli::Call<Settings>;
using Command = cli::Command<Settings>;

inline constexpr std::string_view kProgramName = "dateline-compare";

/// Every verb, in the order of commands.def.
std::span<const Command* const> commands();

}  // namespace dateline::compare
