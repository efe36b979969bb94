#include "benchmarks/compare/statistics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace dateline::compare {
namespace {

std::string printed(const char* format, int digits, double value)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), format, digits, value);
    return text.data();
}

/// So many behind the point that a value has two or three significant ones.
int digits_for(double value)
{
    if (value >= 10) { return 0; }
    if (value >= 0.1) { return 2; }
    return value >= 0.01 ? 3 : 4;
}

}  // namespace

std::optional<Ratio> ratio_of(const std::vector<double>& ours, const std::vector<double>& theirs)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < std::min(ours.size(), theirs.size()); ++i) {
        if (theirs[i] > 0) { ratios.push_back(ours[i] / theirs[i]); }
    }
    const auto figure = figure_of(ratios);
    if (!figure) { return std::nullopt; }
    const double difference = std::abs(figure->median - 1);
    return Ratio{.figure = *figure,
                 .rounds = ratios.size(),
                 .claims = figure->most - figure->least < difference};
}

std::string text_of(const std::optional<Ratio>& ratio)
{
    if (!ratio) { return "–"; }
    if (ratio->rounds == 1) { return "one round"; }
    const Figure& f = ratio->figure;
    if (ratio->claims) {
        const int digits = digits_for(f.median);
        return printed("%.*f", digits, f.median) + " ± " +
               printed("%.*f", digits, (f.most - f.least) / 2);
    }
    const std::string range =
        " (" + printed("%.*f", 2, f.least) + "–" + printed("%.*f", 2, f.most) + ")";
    return (f.least <= 1 && f.most >= 1 ? "≈ 1" : "?") + range;
}

std::optional<double> growth_exponent(std::span<const std::pair<double, double>> points)
{
    double n = 0;
    double sum_x = 0;
    double sum_y = 0;
    double sum_xx = 0;
    double sum_xy = 0;
    for (const auto& [x, y] : points) {
        if (x <= 0 || y <= 0) { return std::nullopt; }
        const double log_x = std::log(x);
        const double log_y = std::log(y);
        n += 1;
        sum_x += log_x;
        sum_y += log_y;
        sum_xx += log_x * log_x;
        sum_xy += log_x * log_y;
    }
    const double width = n * sum_xx - sum_x * sum_x;
    if (n < 2 || width < 1e-9) { return std::nullopt; }
    return (n * sum_xy - sum_x * sum_y) / width;
}

}  // namespace dateline::compare
