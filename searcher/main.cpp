// dateline-search: answers questions to an index that dateline-index made.
#include "common/cli/main_guard.hpp"
#include "common/schema/field_table.hpp"
#include "searcher/commands/command.hpp"

#include <iostream>

int main(int argc, char** argv)
{
    using namespace dateline;
    const cli::Program<searcher::Settings> program{
        .name = searcher::kProgramName,
        .summary = "Finds articles in an index: who met whom, where and when.",
        .commands = searcher::commands(),
        .options = searcher::options(),
        .default_verb = "find",
        .versions = cli::version_text(),
        .fields = field_table(),
    };
    std::ios::sync_with_stdio(false);
    return cli::guarded_main(program, argc, argv, std::cout, std::cerr);
}
