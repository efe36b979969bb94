#include "benchmarks/compare/commands/command.hpp"

#include <array>

namespace dateline::compare {

#define COMMAND(name) extern const Command name##_command;
#include "benchmarks/compare/commands/commands.def"
#undef COMMAND

std::span<const Command* const> commands()
{
    static constexpr std::array kCommands{
#define COMMAND(name) &name##_command,
#include "benchmarks/compare/commands/commands.def"
#undef COMMAND
    };
    return kCommands;
}

}  // namespace dateline::compare
