// A run as people read it: figures, a histogram, the slowest queries, what could not be asked.
#pragma once

#include "searcher/bench/bench_run.hpp"
#include "searcher/bench/compare_runs.hpp"
#include "searcher/output/sheet.hpp"

namespace dateline::searcher {

void write_run_text(const BenchRun& run, const std::optional<Comparison>& against,
                    const Style& style, std::ostream& out);

/// Its parts that stand in files of their own.
void write_histogram(Sheet& sheet, const BenchRecord& record);
void write_comparison(Sheet& sheet, const Comparison& comparison);

/// "12.346": so many digits behind the point.
std::string fixed(double value, int digits);
/// "1,234", or "12.3" if it is below 100.
std::string rate_text(double per_second);
/// `text` at the right end of so many columns.
std::string right(const std::string& text, std::size_t columns);
/// `text` at their left end.
std::string left(const std::string& text, std::size_t columns);

}  // namespace dateline::searcher
