#include "searcher/bench/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::searcher {

double percentile(std::vector<double> values, double share)
{
    if (values.empty()) { return 0; }
    std::sort(values.begin(), values.end());
    const double rank = std::ceil(share * static_cast<double>(values.size()));
    const auto place = static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
    return values[std::min(place, values.size() - 1)];
}

double Figure::spread() const { return median > 0 ? (most - least) / median : 0; }

std::optional<Figure> figure_of(const std::vector<double>& values)
{
    if (values.empty()) { return std::nullopt; }
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const std::size_t middle = sorted.size() / 2;
    const double median =
        sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return Figure{.median = median, .least = *least, .most = *most};
}

}  // namespace dateline::searcher
