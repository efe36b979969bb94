// What is read off the times of a run.
#pragma once

#include "searcher/bench/bench_run.hpp"
#include "searcher/bench/histogram.hpp"

#include <cstddef>
#include <map>
#include <vector>

namespace dateline::searcher {

/// For each query the median of its rounds.
Times medians_of(const ModeTimes& times);

/// The times that are there.
std::vector<double> values_of(const Times& times);

/// Of the medians of the queries, in milliseconds.
struct ModeFigures {
    std::size_t queries = 0;
    double p50 = 0;
    double p95 = 0;
    double p99 = 0;
    double most = 0;
    double per_second = 0;  ///< one query after the other
};

ModeFigures figures_of(const ModeTimes& times);

/// What the queries found.
struct AnswerCounts {
    std::size_t answered = 0;
    std::size_t empty = 0;       ///< of these, those that found nothing
    std::uint64_t articles = 0;  ///< of all answers together
};

AnswerCounts answers_of(const BenchRecord& record);

/// How many queries failed, by the name of the error's kind.
std::map<std::string, std::size_t> reasons_of(const std::vector<BenchFailure>& failures);

/// A series for each mode, of the medians of its queries.
Histogram histogram_of(const BenchRecord& record);

/// The queries that take longest, the longest first; of equals the first.
std::vector<std::size_t> slowest(const Times& times, std::size_t count);

/// At most so many of some places, evenly spread over all of them and in their order.
std::vector<std::size_t> spread_evenly(const std::vector<std::size_t>& places, std::size_t most);

/// 1, 2, 4 … and `most`, which is at least 1.
std::vector<std::uint64_t> thread_counts(std::uint64_t most);

}  // namespace dateline::searcher
