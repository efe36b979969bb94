// Queries → how long an index takes to answer them: cold, warm, with and without facets, and how
// many of them several threads answer together.
//
// Cold: for each query the files of the index are dropped from the page cache, then it is opened
// and asked; opening counts. What cannot be dropped is the memory of the disk, and of the program
// itself, which has run before. Warm: one Engine that has been asked all of it before. The time
// goes from the query's text to its whole answer, ten hits with snippets; printing does not count.
#pragma once

#include "searcher/bench/bench_plan.hpp"
#include "searcher/bench/bench_run.hpp"

namespace dateline::searcher {

/// Measures. A query that is refused or takes too long is not asked again and is in no figure. If
/// stopped early, what is there are whole rounds. Fails as Engine::open() does, with IndexDamaged
/// or Io, and with IndexLocked if the index is changed meanwhile.
Result<BenchRun> measure(const BenchPlan& plan, std::vector<LoggedQuery> queries,
                         const BenchWatch& watch);

}  // namespace dateline::searcher
