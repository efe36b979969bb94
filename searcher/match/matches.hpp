// Matches: the articles of one segment that match a part of a query, in order, with their weights.
//
// All evaluation is made of these: terms read postings, the others combine or check what theirs
// give. They know segments, but neither queries nor the rest of the index.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace dateline::searcher {

/// Xapian's number of an article in a segment: its index + 1.
using DocId = std::uint32_t;
inline constexpr DocId kNoMore = std::numeric_limits<DocId>::max();

/// The time a search may take. Asked once every so many postings, since a clock costs as much as
/// reading several.
class Deadline {
  public:
    using Clock = std::chrono::steady_clock;

    explicit Deadline(Clock::time_point end = Clock::time_point::max()) : end_(end) {}

    /// Counts a step; true once the time is over, and from then on.
    bool passed()
    {
        constexpr std::uint32_t kStepsBetweenLooks = 1024;
        if (++steps_ % kStepsBetweenLooks == 0 && Clock::now() > end_) { is_over_ = true; }
        return is_over_;
    }
    [[nodiscard]] bool is_over() const { return is_over_; }

  private:
    Clock::time_point end_;
    std::uint32_t steps_ = 0;
    bool is_over_ = false;
};

class Matches {
  public:
    Matches() = default;
    Matches(const Matches&) = delete;
    Matches& operator=(const Matches&) = delete;
    virtual ~Matches() = default;

    /// The first matching article ≥ `target`, kNoMore if there is none (or the time is over).
    /// Targets never decrease and are at least 1.
    virtual DocId advance(DocId target) = 0;

    /// The weight of the article that advance() gave last; to be asked at most once for it.
    virtual float score() = 0;

    /// About how many articles it may give: what AND begins with is the rarest.
    [[nodiscard]] virtual std::uint64_t cost() const = 0;
};

using MatchesPtr = std::unique_ptr<Matches>;

}  // namespace dateline::searcher
