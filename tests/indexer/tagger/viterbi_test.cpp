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

TEST_SUITE("indexer/tagger/viterbi")
{
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
