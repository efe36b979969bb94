// Two runs → what has become faster or slower, as far as noise lets it be told.
//
// The same query is compared with itself, so that what differs between queries does not count. That
// leaves two kinds of noise. What hits single queries is told by drawing queries at random
// (bootstrap, https://doi.org/10.1214/aos/1176344552): how far would the mean ratio of others like
// them lie from this one? What hits all of a round (another load, another clock rate) is told by
// the rounds: those of one run must lie all above or all below those of the other. A difference is
// claimed if both say so. What lasts longer than a whole run cannot be told by two runs.
#pragma once

#include "searcher/bench/bench_run.hpp"

namespace dateline::searcher {

/// Fewer queries, or rounds of each run, do not show how large the noise is.
inline constexpr std::size_t kFewestQueries = 10;
inline constexpr std::size_t kFewestRounds = 3;

enum class Verdict : std::uint8_t {
    Faster,        ///< now
    Slower,        ///< now
    NoDifference,  ///< none that can be seen
    TooLittle,     ///< too few queries or rounds to tell
    OtherQueries,  ///< nothing to compare
};

struct VerdictInfo {
    Verdict verdict;
    std::string_view name;  ///< in JSON; never change or reuse
    std::string_view text;  ///< on the terminal
};

inline constexpr auto kVerdicts = std::to_array<VerdictInfo>({
    {Verdict::Faster, "faster", "faster"},
    {Verdict::Slower, "slower", "slower"},
    {Verdict::NoDifference, "no-difference", "no difference can be seen"},
    {Verdict::TooLittle, "too-little", "too little to tell"},
    {Verdict::OtherQueries, "other-queries", "other queries"},
});

constexpr const VerdictInfo& verdict_info(Verdict verdict)
{
    return kVerdicts[static_cast<std::size_t>(verdict)];
}

/// The geometric mean over the queries of how many times as long each of them takes now.
struct EachRatio {
    double mean = 1;
    double least = 1;  ///< with 95 % confidence, as far as single queries go
    double most = 1;
};

/// How many times as long a mode takes now; less is faster.
struct ModeComparison {
    const BenchMode* mode = nullptr;
    std::size_t queries = 0;  ///< that both runs have answered; 0 if they are other ones
    double p50 = 1;
    double p95 = 1;
    double p99 = 1;
    std::optional<EachRatio> each{};  ///< nothing if there are no such queries
    Verdict verdict = Verdict::TooLittle;

    /// Without a query that both have there are no ratios.
    [[nodiscard]] bool has_ratios() const { return each || verdict == Verdict::OtherQueries; }
};

/// How many times as many queries are answered now; more is faster.
struct ThroughputComparison {
    std::uint64_t threads = 1;
    bool facets = false;
    double ratio = 1;  ///< of the medians
    Verdict verdict = Verdict::TooLittle;
};

struct Comparison {
    std::string file{};  ///< where the other run was read from
    std::string date{};  ///< of the other run
    std::vector<std::string> warnings{};
    std::vector<ModeComparison> modes{};  ///< those that both runs have
    std::vector<ThroughputComparison> throughput{};
};

/// Compares a run with an earlier one. Of runs that asked other queries only the percentiles are
/// compared, and nothing is claimed.
Comparison compare_runs(const BenchRecord& now, const BenchRecord& then);

}  // namespace dateline::searcher
