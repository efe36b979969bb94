// The commands of the prompt: what a line that begins with ":" may be. Help and completion are made
// from this table.
#pragma once

#include "common/result.hpp"

#include <ostream>
#include <span>
#include <string_view>

namespace dateline::searcher {

class Session;

struct PromptCommand {
    std::string_view name;   ///< behind ":"; its first letter will do, so these differ
    std::string_view value;  ///< what goes behind it, as help shows it; "" for nothing
    std::string_view
        sign;  ///< a line of this and a number is the command, too; "" if there is none
    std::string_view summary;
    Status (*run)(Session& session, std::string_view value);
};

std::span<const PromptCommand> prompt_commands();

/// The command that a whole line is, and what stands behind it: ":open 3", ":o 3" or "3".
struct PromptLine {
    const PromptCommand* command = nullptr;  ///< null: the line is a query
    std::string_view value{};
};

/// Fails with Usage if a line begins with ":" and is no command.
Result<PromptLine> read_prompt_line(std::string_view line);

/// Lists the commands.
void write_prompt_help(std::ostream& out);

}  // namespace dateline::searcher
