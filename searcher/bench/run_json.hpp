// A run as JSON, schema 1: what --format json prints and --save keeps, and what --against reads.
#pragma once

#include "searcher/bench/bench_run.hpp"
#include "searcher/bench/compare_runs.hpp"

#include <filesystem>
#include <ostream>

namespace dateline::searcher {

/// Raised when a key goes or changes its meaning; new keys do not raise it.
inline constexpr int kRunSchema = 1;

/// How many of the slowest queries are shown.
inline constexpr std::size_t kSlowest = 5;

/// Larger files are no saved runs: the largest has a hundred thousand times.
inline constexpr std::uint64_t kMaxRunBytes = 16 << 20;

/// Writes a run, and how it stands to an earlier one, as one object in a line.
void write_run_json(const BenchRun& run, const std::optional<Comparison>& against,
                    std::ostream& out);

/// Reads what write_run_json() wrote, whoever may have changed it since. Fails with Io, or with
/// InputFormat if it is something else: the message names the file and the place.
Result<BenchRecord> read_run(const std::filesystem::path& path);

}  // namespace dateline::searcher
