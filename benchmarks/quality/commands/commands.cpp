#include "benchmarks/quality/commands/command.hpp"

#include <array>

namespace dateline::quality {

#define COMMAND(name) extern const Command name##_command;
#include "benchmarks/quality/commands/commands.def"
#undef COMMAND

std::span<const Command* const> commands()
{
    static constexpr std::array kCommands{
#define COMMAND(name) &name##_command,
#include "benchmarks/quality/commands/commands.def"
#undef COMMAND
    };
    return kCommands;
}

}  // namespace dateline::quality
