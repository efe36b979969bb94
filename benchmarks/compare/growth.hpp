// How figures grow with the corpus: a table and a fitted exponent for each.
#pragma once

#include "benchmarks/compare/record.hpp"

#include <string>
#include <utility>
#include <vector>

namespace dateline::compare {

/// A figure by share of the corpus.
struct GrowthLine {
    std::string figure{};  ///< "dateline (all): seconds", "and+facets, lucene: p50 ms"
    std::vector<std::pair<double, double>> points{};  ///< articles, value; smallest first
};

/// Of indexing (seconds, bytes, peak memory) and of every class's p50, uncached. Lines of fewer
/// than two shares are left out.
std::vector<GrowthLine> growth_lines(const RunRecord& run);

/// The table in Markdown: a column a share, and the exponent.
std::string growth_of(const RunRecord& run);

}  // namespace dateline::compare
