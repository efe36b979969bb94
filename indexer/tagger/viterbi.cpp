#include "indexer/tagger/viterbi.hpp"

#include <algorithm>
#include <cstring>

namespace dateline::indexer {
namespace {

/// Kept between these, no sum of a sum, a step and a score overflows, nor its distance to another.
constexpr std::int16_t kMostStep = 4'000;
constexpr std::int16_t kMostScore = 8'000;
constexpr std::int16_t kLowest = -20'000;
constexpr std::int16_t kFurthest = -12'000;

constexpr std::int16_t larger(std::int16_t a, std::int16_t b) { return a > b ? a : b; }
constexpr std::int16_t plus(std::int16_t a, std::int16_t b)
{
    return static_cast<std::int16_t>(a + b);
}

/// All lanes at once, in as many steps as the processor needs (GCC's and Clang's vectors).
using Lanes = std::int16_t __attribute__((vector_size(kLanes * sizeof(std::int16_t))));

inline __attribute__((always_inline)) void load(const std::array<std::int16_t, kLanes>& from,
                                                Lanes& lanes)
{
    std::memcpy(&lanes, from.data(), sizeof lanes);
}

inline __attribute__((always_inline)) void raise(Lanes& lanes, const Lanes& least)
{
    lanes = lanes > least ? lanes : least;
}

/// Adds one row's scores, and counts from the best again.
inline __attribute__((always_inline)) void add_scores(Lanes& sums, const Scores& scores,
                                                      LabelSums& out)
{
    const Lanes most = Lanes{} + kMostScore;
    Lanes score;
    load(scores.of, score);
    score = score < most ? score : most;
    raise(score, -most);
    sums += score;
    raise(sums, Lanes{} + kLowest);
    std::int16_t best = kLowest;
    for (std::size_t l = 0; l < kLanes; ++l) { best = larger(best, sums[l]); }
    sums -= best;
    raise(sums, Lanes{} + kFurthest);
    std::memcpy(out.of.data(), &sums, sizeof sums);
}

/// The best sum of each label in all rows, of which the first has its steps already. Inlined, so
/// that the compiler makes of it what each processor can do.
inline __attribute__((always_inline)) void sum_rows(std::span<const LabelSums> steps,
                                                    std::span<const Scores> scores,
                                                    std::span<LabelSums> sums)
{
    Lanes best;
    load(sums.front().of, best);
    add_scores(best, scores.front(), sums.front());
    for (std::size_t i = 1; i < scores.size(); ++i) {
        const LabelSums& before = sums[i - 1];
        best = Lanes{} + std::int16_t{2 * kFurthest};  // no sum is lower
        for (std::size_t from = 0; from < kLabels; ++from) {
            Lanes step;
            load(steps[from].of, step);
            raise(best, step + before.of[from]);
        }
        add_scores(best, scores[i], sums[i]);
    }
}

void sum_rows_anywhere(std::span<const LabelSums> steps, std::span<const Scores> scores,
                       std::span<LabelSums> sums)
{
    sum_rows(steps, scores, sums);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void sum_rows_avx2(std::span<const LabelSums> steps,
                                                   std::span<const Scores> scores,
                                                   std::span<LabelSums> sums)
{
    sum_rows(steps, scores, sums);
}
#endif

using SumRows = void (*)(std::span<const LabelSums>, std::span<const Scores>, std::span<LabelSums>);

SumRows fastest_sum_rows()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") != 0) { return sum_rows_avx2; }
#endif
    return sum_rows_anywhere;
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

/// The label that `next` has the best sum from; of equals the first.
std::size_t Viterbi::origin(const LabelSums& sums, std::size_t next) const
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
    static const SumRows sum_up = fastest_sum_rows();
    sum_up(transitions_, scores, std::span{sums_}.first(scores.size()));
    const LabelSums& last = sums_[scores.size() - 1];
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
