// Times sorted into buckets that grow by a factor: what is quick and what is slow fit on one page.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline::searcher {

/// Several series of times, counted in the same buckets.
struct Histogram {
    /// Milliseconds: 1, 1.5, 2, 3, 5, 7 times a power of ten. Bucket i holds what is at least
    /// borders[i] and less than borders[i + 1]; the first and the last one hold something.
    std::vector<double> borders{};
    std::vector<std::vector<std::uint64_t>> counts{};  ///< for each series, by bucket
};

/// `series` are milliseconds, from 0.0001 to 10 million; other times count as these. Without times
/// there are no buckets.
Histogram histogram_of(const std::vector<std::vector<double>>& series);

}  // namespace dateline::searcher
