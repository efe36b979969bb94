#include "indexer/tagger/viterbi.hpp"

#include <limits>

namespace dateline::indexer {

void Viterbi::decode(std::span<const Scores> scores, std::size_t before, std::size_t behind,
                     std::span<Label> labels)
{
    if (origins_.size() < scores.size()) { origins_.resize(scores.size()); }
    Sums sums;
    for (std::size_t l = 0; l < kLanes; ++l) {
        sums[l] = transitions_[before][l] + scores.front().of[l];
    }
    for (std::size_t i = 1; i < scores.size(); ++i) {
        Sums best;
        Sums origin{};
        for (std::size_t l = 0; l < kLanes; ++l) { best[l] = sums[0] + transitions_[0][l]; }
        for (std::size_t from = 1; from < kLabels; ++from) {
            const auto& steps = transitions_[from];
            for (std::size_t l = 0; l < kLanes; ++l) {
                const std::int32_t sum = sums[from] + steps[l];
                origin[l] = sum > best[l] ? static_cast<std::int32_t>(from) : origin[l];
                best[l] = sum > best[l] ? sum : best[l];
            }
        }
        for (std::size_t l = 0; l < kLanes; ++l) {
            sums[l] = best[l] + scores[i].of[l];
            origins_[i][l] = static_cast<std::uint8_t>(origin[l]);
        }
    }
    std::int32_t best = std::numeric_limits<std::int32_t>::min();
    Label label = kOutside;
    for (std::size_t l = 0; l < kLabels; ++l) {
        const std::int32_t end = may_follow(l, behind) ? 0 : kForbidden;
        if (sums[l] + end > best) {
            best = sums[l] + end;
            label = static_cast<Label>(l);
        }
    }
    for (std::size_t i = scores.size(); i-- > 0;) {
        labels[i] = label;
        if (i > 0) { label = origins_[i][label]; }
    }
}

}  // namespace dateline::indexer
