// The likeliest labels of a row of words, from the scores of each.
#pragma once

#include "indexer/tagger/model.hpp"

#include <span>
#include <vector>

namespace dateline::indexer {

/// A number for each label; those behind the last label mean nothing.
struct alignas(kLanes * sizeof(std::int16_t)) LabelSums {
    std::array<std::int16_t, kLanes> of{};
};

/// Its memory is kept from call to call.
///
/// Sums have 16 bits, as the lanes of the smallest processors add and compare eight of these at
/// once, and those with AVX2 all sixteen. They are counted from the best of their row; what is
/// further behind than 12,000 is given up: one word's features set no two labels further apart.
class Viterbi {
  public:
    explicit Viterbi(const Transitions& transitions);

    /// Fills `labels` (as many as `scores`, one at least). `before` and `behind` are what stands on
    /// both sides: kOutside or kMargin. Of equals the first label wins.
    void decode(std::span<const Scores> scores, std::size_t before, std::size_t behind,
                std::span<Label> labels);

  private:
    [[nodiscard]] std::size_t origin(const LabelSums& sums, std::size_t next) const;

    std::array<LabelSums, kLabels + 1> transitions_{};  ///< [before].of[next]
    std::vector<LabelSums> sums_{};                     ///< of each row
};

}  // namespace dateline::indexer
