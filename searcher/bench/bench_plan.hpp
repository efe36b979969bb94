// What a benchmark is to measure, and how often.
#pragma once

#include "searcher/search/request.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace dateline::searcher {

inline constexpr std::size_t kColdRounds = 3;
inline constexpr std::size_t kWarmRounds = 5;  ///< behind one that does not count
/// Cold questions are slow; of longer logs so many are asked, evenly spread.
inline constexpr std::size_t kMaxColdQueries = 200;
/// Likewise by several threads together.
inline constexpr std::size_t kMaxSharedQueries = 1000;
inline constexpr std::uint64_t kMaxBenchThreads = 256;

/// What to measure.
struct BenchPlan {
    std::filesystem::path index{};
    std::vector<FacetRequest> facets{};  ///< none: without facets only
    std::uint64_t facet_limit = 10;
    std::chrono::milliseconds time_limit{2000};
    std::uint64_t threads = 1;  ///< at most so many together
};

/// Whoever waits for it.
struct BenchWatch {
    std::function<void(const std::string&)> say{};  ///< how far it has come
    std::function<bool()> stop{};                   ///< whether to end early; any thread may ask
};

}  // namespace dateline::searcher
