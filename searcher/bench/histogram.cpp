#include "searcher/bench/histogram.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::searcher {
namespace {

constexpr auto kSteps = std::to_array<double>({1, 1.5, 2, 3, 5, 7});
constexpr int kFirstPower = -4;
constexpr int kLastPower = 7;

/// All borders that there may be.
std::vector<double> all_borders()
{
    std::vector<double> borders;
    for (int power = kFirstPower; power <= kLastPower; ++power) {
        for (const double step : kSteps) {
            // Divided, so that a border is the number nearest to how it is written: 0.3.
            borders.push_back(power < 0 ? step / std::pow(10, -power) : step * std::pow(10, power));
        }
    }
    return borders;
}

std::size_t bucket_of(const std::vector<double>& borders, double value)
{
    const auto above = std::upper_bound(borders.begin() + 1, borders.end() - 1, value);
    return static_cast<std::size_t>(above - borders.begin()) - 1;
}

template <class Value>
std::vector<Value> slice(const std::vector<Value>& all, std::size_t begin, std::size_t end)
{
    return {all.begin() + static_cast<std::ptrdiff_t>(begin),
            all.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace

Histogram histogram_of(const std::vector<std::vector<double>>& series)
{
    const std::vector<double> borders = all_borders();
    std::vector<std::vector<std::uint64_t>> counts;
    for (const std::vector<double>& values : series) {
        counts.emplace_back(borders.size() - 1);
        for (const double value : values) { ++counts.back()[bucket_of(borders, value)]; }
    }
    const auto is_empty = [&counts](std::size_t bucket) {
        return std::all_of(counts.begin(), counts.end(),
                           [bucket](const auto& count) { return count[bucket] == 0; });
    };
    std::size_t begin = 0;
    std::size_t end = borders.size() - 1;
    while (begin < end && is_empty(begin)) { ++begin; }
    while (end > begin && is_empty(end - 1)) { --end; }
    if (begin == end) { return {.counts = {series.size(), std::vector<std::uint64_t>{}}}; }
    for (auto& count : counts) { count = slice(count, begin, end); }
    return {.borders = slice(borders, begin, end + 1), .counts = std::move(counts)};
}

}  // namespace dateline::searcher
