// Matches: the articles of one segment that match a part of a query, in order, with their weights.
//
// All evaluation is made of these: terms read postings, the others combine or check what theirs
// give. They know segments, but neither queries nor the rest of the index. What postings cannot
// decide (phrases, NEAR) is checked last, on the few articles that everything else has let through.
#pragma once

#include "common/interrupt.hpp"

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

    /// Counts steps, each about as long as reading a posting or two; true once the time is over,
    /// and from then on.
    bool passed(std::uint32_t steps = 1)
    {
        constexpr std::uint32_t kStepsBetweenLooks = 1024;
        steps_ += steps;
        if (steps_ >= next_look_) {
            next_look_ = steps_ + kStepsBetweenLooks;
            look();
        }
        return is_over_;
    }
    /// All steps that were counted.
    [[nodiscard]] std::uint64_t steps() const { return steps_; }
    /// Looks at the clock now, before something long. At a prompt Ctrl-C ends the time.
    bool look() { return is_over_ = is_over_ || Clock::now() > end_ || is_cancelled(); }
    [[nodiscard]] bool is_over() const { return is_over_; }

  private:
    Clock::time_point end_;
    std::uint64_t steps_ = 0;
    std::uint64_t next_look_ = 0;
    bool is_over_ = false;
};

class Matches {
  public:
    Matches() = default;
    Matches(const Matches&) = delete;
    Matches& operator=(const Matches&) = delete;
    virtual ~Matches() = default;

    /// The first article ≥ `target` that may match, kNoMore if there is none (or the time is over).
    /// Targets never decrease and are at least 1.
    virtual DocId advance(DocId target) = 0;

    /// Whether the article that advance() gave last does match; to be asked at most once for it.
    virtual bool confirm() { return true; }

    /// The weight of the article that confirm() confirmed; to be asked at most once for it.
    virtual float score() = 0;

    /// About how many articles it may give: what AND begins with is the rarest.
    [[nodiscard]] virtual std::uint64_t cost() const = 0;
};

using MatchesPtr = std::unique_ptr<Matches>;

}  // namespace dateline::searcher
