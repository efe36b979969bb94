// Figures of repeated measurements: percentiles, medians, spread.
#pragma once

#include <optional>
#include <vector>

namespace dateline::searcher {

/// The value at rank ceil(share × n) of n sorted values (nearest rank); 0 for none.
double percentile(std::vector<double> values, double share);

/// What several rounds came to.
struct Figure {
    double median = 0;
    double least = 0;
    double most = 0;

    /// (most - least) / median; 0 for a single round, of which nothing is known.
    [[nodiscard]] double spread() const;
};

/// Fails (nothing) if there are no values.
std::optional<Figure> figure_of(const std::vector<double>& values);

}  // namespace dateline::searcher
