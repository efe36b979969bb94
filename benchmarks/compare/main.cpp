// dateline-compare: measures Dateline beside what a user would pick instead of it.
#include "benchmarks/compare/commands/command.hpp"
#include "common/cli/main_guard.hpp"
#include "common/schema/field_table.hpp"

#include <iostream>

int main(int argc, char** argv)
{
    using namespace dateline;
    const cli::Program<compare::Settings> program{
        .name = compare::kProgramName,
        .summary = "Measures Dateline beside its peers, and makes summaries and plots of a run.",
        .commands = compare::commands(),
        .options = compare::options(),
        .default_verb = "",
        .versions = cli::version_text(),
        .fields = field_table(),
    };
    return cli::guarded_main(program, argc, argv, std::cout, std::cerr);
}
