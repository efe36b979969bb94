// Several threads that ask the same queries together.
#pragma once

#include "searcher/bench/bench_plan.hpp"
#include "searcher/bench/bench_run.hpp"
#include "searcher/search/engine.hpp"

namespace dateline::searcher {

/// What is asked by several threads, and how long a query takes of one.
struct SharedWork {
    bool facets = false;
    double ms = 1;
};

/// Each thread has an Engine, and takes the next query when it is done with one; all queries are
/// asked equally often, as often as it takes to have a figure. Fails with IndexDamaged or Io. If
/// the watch stops it, the figure is none.
Result<Throughput> ask_together(const BenchPlan& plan, std::vector<Engine>& engines,
                                const std::vector<const LoggedQuery*>& queries, SharedWork work,
                                const BenchWatch& watch);

}  // namespace dateline::searcher
