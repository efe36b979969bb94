// A run as plots: latency, throughput, size and growth, each an SVG drawn by gnuplot.
#pragma once

#include "benchmarks/compare/record.hpp"

#include <filesystem>

namespace dateline::compare {

/// gnuplot's script for all four, which are written into the folder it runs in.
std::string plot_script(const RunRecord& run);

/// Writes latency.svg, throughput.svg, size.svg and growth.svg into `folder`. Fails with Io if
/// gnuplot is not there or not content.
Status draw_plots(const RunRecord& run, const std::filesystem::path& folder);

}  // namespace dateline::compare
