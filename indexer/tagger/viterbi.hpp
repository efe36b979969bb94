// The likeliest labels of a row of words, from the scores of each.
#pragma once

#include "indexer/tagger/model.hpp"

#include <span>
#include <vector>

namespace dateline::indexer {

/// Its memory is kept from call to call.
class Viterbi {
  public:
    explicit Viterbi(const Transitions& transitions) : transitions_(transitions) {}

    /// Fills `labels` (as many as `scores`, one at least). `before` and `behind` are what stands on
    /// both sides: kOutside or kMargin. Of equals the first label wins.
    void decode(std::span<const Scores> scores, std::size_t before, std::size_t behind,
                std::span<Label> labels);

  private:
    using Sums = std::array<std::int32_t, kLanes>;
    using Origins = std::array<std::uint8_t, kLanes>;

    const Transitions& transitions_;
    std::vector<Origins> origins_{};
};

}  // namespace dateline::indexer
