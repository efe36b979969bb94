// What the verbs that print a table have in common.
#pragma once

#include "searcher/commands/command.hpp"
#include "searcher/output/table.hpp"

namespace dateline::searcher {

/// The formats for which `has` holds, as a hint: "one of: text, json".
std::string formats_that(bool (*has)(const Renderer&));

/// Whether the format of the command line has tables; asked before anything is done. Fails with
/// Usage.
Status check_has_tables(const Call& call);

/// Writes the table in that format; the exit code is kNoHits if there is no row.
int write_table(const Call& call, const Table& table);

/// Tells how a query was understood, on standard error; nothing with --quiet.
void tell_notes(const Call& call, const std::vector<std::string>& notes);

}  // namespace dateline::searcher
