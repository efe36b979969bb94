#include "searcher/commands/tables.hpp"

#include "common/cli/tell.hpp"

namespace dateline::searcher {

std::string formats_that(bool (*has)(const Renderer&))
{
    std::string known;
    for (const Renderer* format : renderers()) {
        if (has(*format)) {
            known += (known.empty() ? "one of: " : ", ") + std::string{format->name};
        }
    }
    return known;
}

Status check_has_tables(const Call& call)
{
    if (call.settings.format->write_table != nullptr) { return Done{}; }
    return fail(ErrorKind::Usage,
                "--format " + std::string{call.settings.format->name} + " is for articles",
                formats_that([](const Renderer& r) { return r.write_table != nullptr; }));
}

int write_table(const Call& call, const Table& table)
{
    call.settings.format->write_table(table, style_of_output(call.settings), call.out);
    return table.rows.empty() ? exit_code::kNoHits : 0;
}

void tell_notes(const Call& call, const std::vector<std::string>& notes)
{
    if (call.settings.quiet) { return; }
    for (const std::string& note : notes) { cli::tell(kProgramName, "note: " + note, call.err); }
}

}  // namespace dateline::searcher
