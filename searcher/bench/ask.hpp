// Asking one query of a query log.
#pragma once

#include "searcher/bench/bench_plan.hpp"
#include "searcher/bench/query_log.hpp"
#include "searcher/search/engine.hpp"

namespace dateline::searcher {

/// Asks a query and throws the answer away; how many articles it finds. Fails as parse_query() and
/// Engine::search() do.
Result<std::uint64_t> ask(const BenchPlan& plan, Engine& engine, const LoggedQuery& query,
                          bool facets);

/// Whether only this query cannot be answered: others can.
bool is_of_query(const Error& error);

}  // namespace dateline::searcher
