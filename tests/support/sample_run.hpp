// A benchmark's run with everything in it, for the tests of what is printed and kept.
#pragma once

#include "searcher/bench/bench_run.hpp"

namespace dateline::tests {

/// 32 queries, two of them in no figure; all modes, two threads. No real times.
searcher::BenchRun sample_run();

/// The same run half a year before, when queries with facets took twice as long.
searcher::BenchRecord earlier_run();

}  // namespace dateline::tests
