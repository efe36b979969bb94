// dateline-search: answers questions to an index that dateline-index made.
#include "common/cli/main_guard.hpp"
#include "common/schema/field_table.hpp"
#include "searcher/commands/command.hpp"
#include "searcher/output/json_version.hpp"

#include <histedit.h>
#include <iostream>
#include <sstream>

namespace {

/// The query language is a page of the manual, too.
std::vector<dateline::cli::ManualPage> manual_pages()
{
    std::ostringstream syntax;
    dateline::searcher::write_syntax(syntax);
    return {{.section = '7',
             .name = "dateline-query",
             .summary = "the query language of dateline-search",
             .text = std::move(syntax).str()}};
}

/// What this program has beyond what both have: models are the indexer's, an index names them.
std::string parts()
{
    return "JSON schema " + std::to_string(dateline::searcher::kJsonSchema) + ", libedit " +
           std::to_string(LIBEDIT_MAJOR) + '.' + std::to_string(LIBEDIT_MINOR) + '\n';
}

}  // namespace

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
        .pages = manual_pages,
        .parts = parts,
    };
    std::ios::sync_with_stdio(false);
    return cli::guarded_main(program, argc, argv, std::cout, std::cerr);
}
