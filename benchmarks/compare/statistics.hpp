// Figures of repeated runs: ratios that may be claimed, growth.
#pragma once

#include "searcher/bench/statistics.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace dateline::compare {

using searcher::Figure;
using searcher::figure_of;
using searcher::percentile;

/// How ours stands to theirs: the ratio of each round, since a round's noise hits both alike.
struct Ratio {
    Figure figure{};         ///< ours / theirs
    std::size_t rounds = 0;  ///< of one round alone the noise is not known
    bool claims = true;      ///< its spread is smaller than the difference from 1 that it states
};

/// Rounds are paired in order; nothing if there is none that both have.
std::optional<Ratio> ratio_of(const std::vector<double>& ours, const std::vector<double>& theirs);

/// "0.42 ± 0.03". Where nothing may be claimed: "≈ 1 (0.93–1.08)", or "? (1.3–4.0)" if the range
/// is wide but does not hold 1; "one round" for a single one; "–" for none.
std::string text_of(const std::optional<Ratio>& ratio);

/// The exponent b of y = a·x^b by least squares over the logarithms; nothing for fewer than two
/// different x, or values that are not positive.
std::optional<double> growth_exponent(std::span<const std::pair<double, double>> points);

}  // namespace dateline::compare
