// What a command line asks: the query and the options that filter, sort and page it.
#pragma once

#include "searcher/commands/command.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/plan.hpp"
#include "searcher/search/engine.hpp"

#include <span>
#include <string>
#include <vector>

namespace dateline::searcher {

/// Arguments as one query.
std::string joined(const std::vector<std::string>& words);

/// The file of saved queries: --saved, else that of the index. Fails with Usage without either.
Result<std::filesystem::path> saved_file(const Settings& settings);

/// That file's queries, to be read when one is named. The settings must outlive it.
SavedSource saved_source(const Settings& settings);

/// The request for a query; with nothing but filters, all articles that they leave. Facets are
/// asked for if the format shows them. All of `clauses`, queries themselves, must match besides.
/// Fails with Usage or QuerySyntax.
Result<SearchRequest> request_of(const Settings& settings, const std::string& query,
                                 std::span<const std::string> clauses = {});

/// The index and the ledger of the command line, opened.
Result<Engine> open_engine(const Call& call);

/// What a query of the command line has found, for verbs that count it.
struct Asked {
    Engine engine;
    SearchRequest request;
    FoundHits found;
    Deadline deadline;  ///< of the whole command
};

/// Reads the query, opens the index and finds all hits; tells the notes. Fails with Usage, too, if
/// the format has no tables.
Result<Asked> find_hits(const Call& call);

}  // namespace dateline::searcher
