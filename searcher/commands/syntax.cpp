// syntax: the query language as a table, made from the lists in the code.
#include "common/schema/field_table.hpp"
#include "searcher/commands/command.hpp"
#include "searcher/query/operator.hpp"

#include <iomanip>

namespace dateline::searcher {
namespace {

constexpr int kExampleWidth = 32;

Result<int> run_syntax(const Call& call)
{
    for (const Operator* op : operators()) {
        call.out << std::left << std::setw(kExampleWidth) << op->example << op->summary << '\n';
    }
    call.out << "\nfields\n" << field_table();
    return 0;
}

}  // namespace

extern const Command syntax_command{
    .name = "syntax",
    .arguments = "",
    .summary = "Prints the query language as a table",
    .example = "dateline-search syntax",
    .run = run_syntax,
};

}  // namespace dateline::searcher
