// dateline-quality: how well today's product understands articles, against gold that others made.
#include "benchmarks/quality/commands/command.hpp"
#include "common/cli/main_guard.hpp"
#include "common/schema/field_table.hpp"

#include <iostream>

int main(int argc, char** argv)
{
    using namespace dateline;
    const cli::Program<quality::Settings> program{
        .name = quality::kProgramName,
        .summary = "Measures how well articles are found and understood, against gold.",
        .commands = quality::commands(),
        .options = quality::options(),
        .default_verb = "",
        .versions = cli::version_text(),
        .fields = field_table(),
    };
    std::ios::sync_with_stdio(false);
    return cli::guarded_main(program, argc, argv, std::cout, std::cerr);
}
