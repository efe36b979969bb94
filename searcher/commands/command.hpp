// The verbs of dateline-search.
//
// To add one: write <name>.cpp beside this file, defining `<name>_command`, add COMMAND(<name>) to
// commands.def, and name it in the rows of settings.cpp whose options it takes (what values mean:
// option_values.cpp).
#pragma once

#include "common/cli/program.hpp"
#include "searcher/settings.hpp"

namespace dateline::searcher {

using Call = cli::Call<Settings>;
using Command = cli::Command<Settings>;

inline constexpr std::string_view kProgramName = "dateline-search";

/// Every verb, in the order of commands.def.
std::span<const Command* const> commands();

/// The query language as tables, made from the lists in the code: `syntax`, and a page of the
/// manual.
void write_syntax(std::ostream& out);

/// How standard output looks: the width of a terminal, or 80 columns; colours as --color says, else
/// on a terminal that is not dumb unless NO_COLOR is set.
Style style_of_output(const Settings& settings);

}  // namespace dateline::searcher
