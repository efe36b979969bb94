// How many hits are of each day, month or year: what histograms are made of.
#pragma once

#include "common/storage/snapshot.hpp"

#include <vector>

namespace dateline::searcher {

/// A period and how many of the hits are of it.
struct PeriodCount {
    Date period{};
    std::uint64_t articles = 0;
};

/// Counts dates over sets of articles. Its counters are kept from one count to the next.
class PeriodCounts {
  public:
    /// Counts the hits, a set for each segment of the snapshot; what was counted before is
    /// forgotten.
    void count(const Snapshot& snapshot, const std::vector<ArticleSet>& hits);

    /// In order of time, a year before its months and a month before its days: a date of which
    /// less is known than `unit` stays what it is.
    [[nodiscard]] std::vector<PeriodCount> by(Precision unit) const;
    [[nodiscard]] std::uint64_t undated() const { return undated_; }

  private:
    void clear();
    std::uint32_t add_page(std::uint32_t number);
    void add(const Columns& columns, std::span<const std::uint64_t> hits);

    // A page holds the counters of so many days in a row, all of one precision.
    std::vector<std::uint16_t> places_{};    ///< by page number: its place, from 1; 0: not there
    std::vector<std::uint32_t> pages_{};     ///< by place: its number; place 0 is none
    std::vector<std::uint32_t> counters_{};  ///< by place and day
    std::uint64_t undated_ = 0;
};

}  // namespace dateline::searcher
