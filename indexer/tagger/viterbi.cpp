#include "indexer/tagger/viterbi.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

/// Kept between these, no sum of a sum, a step and a score overflows, nor its distance to another.
constexpr std::int16_t kMostStep = 4'000;
constexpr std::int16_t kMostScore = 8'000;
constexpr std::int16_t kLowest = -20'000;

constexpr std::int16_t larger(std::int16_t a, std::int16_t b) { return a > b ? a : b; }
constexpr std::int16_t smaller(std::int16_t a, std::int16_t b) { return a < b ? a : b; }
constexpr std::int16_t plus(std::int16_t a, std::int16_t b)
{
    return static_cast<std::int16_t>(a + b);
}

}  // namespace

Viterbi::Viterbi(const Transitions& transitions)
{
    for (std::size_t before = 0; before < transitions.size(); ++before) {
        for (std::size_t next = 0; next < kLanes; ++next) {
            transitions_[before].of[next] = static_cast<std::int16_t>(
                std::clamp<std::int32_t>(transitions[before][next], kFurthest, kMostStep));
        }
    }
}

/// Adds one row's scores, and counts from the best again.
void Viterbi::add_scores(Sums& sums, const Scores& scores) const
{
    std::int16_t best = kLowest;
    for (std::size_t l = 0; l < kLanes; ++l) {
        const std::int16_t score = larger(smaller(scores.of[l], kMostScore), -kMostScore);
        sums.of[l] = larger(plus(sums.of[l], score), kLowest);
        best = larger(best, sums.of[l]);
    }
    for (std::size_t l = 0; l < kLanes; ++l) {
        sums.of[l] = larger(static_cast<std::int16_t>(sums.of[l] - best), kFurthest);
    }
}

/// The label that `next` has the best sum from; of equals the first.
std::size_t Viterbi::origin(const Sums& sums, std::size_t next) const
{
    std::size_t best = 0;
    for (std::size_t from = 1; from < kLabels; ++from) {
        if (plus(sums.of[from], transitions_[from].of[next]) >
            plus(sums.of[best], transitions_[best].of[next])) {
            best = from;
        }
    }
    return best;
}

void Viterbi::decode(std::span<const Scores> scores, std::size_t before, std::size_t behind,
                     std::span<Label> labels)
{
    if (sums_.size() < scores.size()) { sums_.resize(scores.size()); }
    sums_.front() = transitions_[before];
    add_scores(sums_.front(), scores.front());
    for (std::size_t i = 1; i < scores.size(); ++i) {
        const Sums sums = sums_[i - 1];
        Sums best;
        best.of.fill(2 * kFurthest);  // no sum is lower
        for (std::size_t from = 0; from < kLabels; ++from) {
            const Sums& steps = transitions_[from];
            for (std::size_t l = 0; l < kLanes; ++l) {
                best.of[l] = larger(best.of[l], plus(sums.of[from], steps.of[l]));
            }
        }
        add_scores(best, scores[i]);
        sums_[i] = best;
    }
    const Sums& last = sums_[scores.size() - 1];
    std::size_t label = kLabels;
    for (std::size_t l = 0; l < kLabels; ++l) {
        if (!may_follow(l, behind)) { continue; }
        if (label == kLabels || last.of[l] > last.of[label]) { label = l; }
    }
    for (std::size_t i = scores.size(); i-- > 0;) {
        labels[i] = static_cast<Label>(label);
        if (i > 0) { label = origin(sums_[i - 1], label); }
    }
}

}  // namespace dateline::indexer
