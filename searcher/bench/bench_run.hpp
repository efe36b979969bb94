// What a benchmark has measured: plain data, the same for the terminal, JSON and comparing.
#pragma once

#include "searcher/bench/query_log.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

/// One way of asking.
struct BenchMode {
    std::string_view name;   ///< in JSON; never change or reuse
    std::string_view title;  ///< on the terminal
    bool cold;               ///< the index is opened afresh, its files out of memory
    bool facets;
};

inline constexpr auto kBenchModes = std::to_array<BenchMode>({
    {.name = "cold", .title = "cold", .cold = true, .facets = false},
    {.name = "cold+facets", .title = "cold, facets", .cold = true, .facets = true},
    {.name = "warm", .title = "warm", .cold = false, .facets = false},
    {.name = "warm+facets", .title = "warm, facets", .cold = false, .facets = true},
});

/// Milliseconds by query, in the order of the query log, each more than 0; nothing for a query that
/// was not asked, or not answered every time.
using Times = std::vector<std::optional<double>>;

struct ModeTimes {
    const BenchMode* mode = nullptr;  ///< a row of kBenchModes
    std::vector<Times> rounds{};      ///< at least one
};

/// How much several threads answer together, each with an Engine of its own.
struct Throughput {
    std::uint64_t threads = 1;
    bool facets = false;
    std::vector<double> per_second{};  ///< queries in each second, by round
    std::uint64_t failed = 0;          ///< of the queries asked, those that took too long
};

/// What was measured, and all that has to be the same for two runs to be comparable. It is what a
/// saved run holds.
struct BenchRecord {
    std::string program{};  ///< its version, and those of its libraries
    std::string date{};     ///< of the start, UTC, YYYY-MM-DDTHH:MM
    std::string machine{};
    double load = 0;  ///< before anything was measured

    std::string index{};  ///< its path
    std::uint64_t generation = 0;
    std::uint64_t articles = 0;  ///< that can be found
    std::string manifest{};      ///< hash of the manifest, and so of all files

    std::string queries_hash{};
    std::vector<std::string> facets{};  ///< as --facet takes them
    std::uint64_t facet_limit = 0;
    std::uint64_t time_limit_ms = 0;

    std::vector<ModeTimes> modes{};  ///< in the order of kBenchModes; those that were measured
    std::vector<Throughput> throughput{};
    /// How many articles each query finds; nothing for one that was not answered.
    std::vector<std::optional<std::uint64_t>> totals{};
};

/// A query that is in no figure.
struct BenchFailure {
    std::size_t query = 0;  ///< place in the query log
    Error error{};
};

struct BenchRun {
    BenchRecord record{};
    std::vector<LoggedQuery> queries{};
    std::vector<BenchFailure> failures{};  ///< in the order of the query log
    /// The share of the index that stayed in the page cache when it should have gone; nothing if it
    /// was never tried.
    std::optional<double> stayed_cached{};
    bool is_interrupted = false;
};

}  // namespace dateline::searcher
