#include "indexer/commands/command.hpp"

#include <array>

namespace dateline::indexer {

#define COMMAND(name) extern const Command name##_command;
#include "indexer/commands/commands.def"
#undef COMMAND

std::span<const Command* const> commands()
{
    static constexpr std::array kCommands{
#define COMMAND(name) &name##_command,
#include "indexer/commands/commands.def"
#undef COMMAND
    };
    return kCommands;
}

}  // namespace dateline::indexer
