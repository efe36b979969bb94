#include "indexer/tagger/viterbi.hpp"

#include <doctest/doctest.h>
#include <random>

namespace dateline::indexer {
namespace {

/// Transitions and scores by chance; what may not be is forbidden, as Model sees to it.
Transitions random_transitions(std::mt19937& random)
{
    ModelParts parts;
    for (auto& row : parts.transitions) {
        for (auto& step : row) { step = static_cast<std::int32_t>(random() % 200) - 100; }
    }
    return Model{parts}.transitions();
}

std::int32_t sum_of(const Transitions& transitions, const std::vector<Scores>& scores,
                    const std::vector<Label>& labels, std::size_t before)
{
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        sum += transitions[i == 0 ? before : labels[i - 1]][labels[i]] + scores[i].of[labels[i]];
    }
    return sum;
}

bool is_lawful(const std::vector<Label>& labels, std::size_t before, std::size_t behind)
{
    for (const Label label : labels) {
        if (!may_follow(before, label)) { return false; }
        before = label;
    }
    return may_follow(before, behind);
}

/// The same in plain sums, of equals the first label.
std::vector<Label> decode_plainly(const Transitions& transitions, const std::vector<Scores>& scores,
                                  std::size_t before, std::size_t behind)
{
    std::vector<std::array<std::int64_t, kLabels>> sums(scores.size());
    std::vector<std::array<Label, kLabels>> origins(scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t l = 0; l < kLabels; ++l) {
            Label best = 0;
            const auto sum_from = [&](std::size_t from) {
                return i == 0 ? std::int64_t{transitions[before][l]}
                              : sums[i - 1][from] + transitions[from][l];
            };
            for (Label from = 1; from < kLabels; ++from) {
                if (sum_from(from) > sum_from(best)) { best = from; }
            }
            sums[i][l] = sum_from(best) + scores[i].of[l];
            origins[i][l] = best;
        }
    }
    std::size_t label = kLabels;
    for (std::size_t l = 0; l < kLabels; ++l) {
        if (!may_follow(l, behind)) { continue; }
        if (label == kLabels || sums.back()[l] > sums.back()[label]) { label = l; }
    }
    std::vector<Label> labels(scores.size());
    for (std::size_t i = scores.size(); i-- > 0;) {
        labels[i] = static_cast<Label>(label);
        label = origins[i][label];
    }
    return labels;
}

TEST_SUITE("indexer/tagger/viterbi")
{
    TEST_CASE("sums of 16 bits give the answer of larger ones, ties and all")
    {
        std::mt19937 random{11};
        for (int round = 0; round < 300; ++round) {
            const Transitions transitions = random_transitions(random);
            const int step = round % 3 == 0 ? 1000 : 1;  // many are equal
            std::vector<Scores> scores(1 + random() % 60);
            for (Scores& row : scores) {
                for (std::size_t l = 0; l < kLabels; ++l) {
                    const int score = static_cast<int>(random() % 8001) - 4000;
                    row.of[l] = static_cast<std::int16_t>(score / step * step);
                }
            }
            const std::size_t before = random() % 2 == 0 ? kOutside : kMargin;
            const std::size_t behind = random() % 2 == 0 ? kOutside : kMargin;
            std::vector<Label> labels(scores.size());
            Viterbi{transitions}.decode(scores, before, behind, labels);
            REQUIRE(labels == decode_plainly(transitions, scores, before, behind));
        }
    }

    TEST_CASE("scores that no model gives are cut, and overflow nothing")
    {
        const Transitions transitions = Model{ModelParts{}}.transitions();
        std::vector<Scores> scores(50);
        for (std::size_t i = 0; i < scores.size(); ++i) {
            scores[i].of.fill(i % 2 == 0 ? INT16_MAX : INT16_MIN);
            scores[i].of[kOutside] = i % 2 == 0 ? INT16_MIN : INT16_MAX;
        }
        std::vector<Label> labels(scores.size());
        Viterbi{transitions}.decode(scores, kMargin, kMargin, labels);
        for (const Label label : labels) { CHECK(label < kLabels); }
    }

    TEST_CASE("no other labels have a higher sum")
    {
        std::mt19937 random{7};
        for (int round = 0; round < 20; ++round) {
            const Transitions transitions = random_transitions(random);
            std::vector<Scores> scores(1 + random() % 3);
            for (Scores& row : scores) {
                for (auto& score : row.of) {
                    score = static_cast<std::int16_t>(static_cast<int>(random() % 1000) - 500);
                }
            }
            const std::size_t before = random() % 2 == 0 ? kOutside : kMargin;
            std::vector<Label> labels(scores.size());
            Viterbi{transitions}.decode(scores, before, kMargin, labels);
            CHECK(is_lawful(labels, before, kMargin));
            const std::int32_t best = sum_of(transitions, scores, labels, before);
            std::size_t rows = 1;
            for (std::size_t i = 0; i < scores.size(); ++i) { rows *= kLabels; }
            for (std::size_t row = 0; row < rows; ++row) {
                std::vector<Label> other;
                for (std::size_t i = 0, rest = row; i < scores.size(); ++i, rest /= kLabels) {
                    other.push_back(static_cast<Label>(rest % kLabels));
                }
                if (!is_lawful(other, before, kMargin)) { continue; }
                REQUIRE(sum_of(transitions, scores, other, before) <= best);
            }
        }
    }
}

}  // namespace
}  // namespace dateline::indexer
