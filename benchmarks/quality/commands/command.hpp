// The verbs of dateline-quality. Each prints tables for people and, last, one line of figures for
// scripts (figures.hpp).
//
// To add one: write <name>.cpp beside this file, defining `<name>_command`, add COMMAND(<name>) to
// commands.def, name it in the rows of settings.cpp whose options it takes, and in
// scripts/scorecard.
#pragma once

#include "benchmarks/quality/settings.hpp"
#include "common/cli/program.hpp"

namespace dateline::quality {

using Call = cli::Call<Settings>;
using Command = cli::Command<Settings>;

inline constexpr std::string_view kProgramName = "dateline-quality";

/// The exit code when a part could not be measured; the others were.
inline constexpr int kNotMeasured = 1;

/// Every verb, in the order of commands.def.
std::span<const Command* const> commands();

}  // namespace dateline::quality
