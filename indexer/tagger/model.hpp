// A trained model: the weights of features, of labels that follow each other, and the lexicon.
// All numbers are integers, so that every machine gives the same answer.
#pragma once

#include "indexer/tagger/feature_key.hpp"
#include "indexer/tagger/flat_table.hpp"
#include "indexer/tagger/known_words.hpp"
#include "indexer/tagger/label.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace dateline::indexer {

/// Sums of weights. So many features at most are added up that they cannot overflow.
struct alignas(kLanes * sizeof(std::int16_t)) Scores {
    std::array<std::int16_t, kLanes> of{};

    void add(const Scores& other)
    {
        const Scores added = other;  // a copy, so that the compiler adds all lanes at once
        for (std::size_t i = 0; i < kLanes; ++i) {
            of[i] = static_cast<std::int16_t>(of[i] + added.of[i]);
        }
    }
};

/// A feature's weight for each label; the last lane is 0.
using WeightRow = std::array<std::int8_t, kLanes>;

/// [before][next], both up to kMargin.
using Transitions = std::array<std::array<std::int32_t, kLanes>, kLabels + 1>;

/// So low that a name never takes this step.
inline constexpr std::int32_t kForbidden = -1'000'000;

/// A word or phrase of the lexicon, folded, with a blank between words.
struct KnownWordRow {
    std::string text{};
    KnownWord entry{};
};

struct WeightedFeature {
    FeatureKey key = 0;
    WeightRow weights{};
};

/// All that a model file says. Groups, texts and keys are in ascending order.
struct ModelParts {
    Transitions transitions{};  ///< those that may_follow() allows; others do not matter
    std::vector<std::uint16_t> middle_groups{};  ///< by fine group, [0] is 0
    std::vector<std::uint16_t> coarse_groups{};  ///< as many
    std::vector<KnownWordRow> lexicon{};
    std::vector<WeightedFeature> features{};
};

class Model {
  public:
    explicit Model(const ModelParts& parts);

    /// The feature's row, asked for from the memory; null if it has no weights.
    [[nodiscard]] const WeightRow* find(FeatureKey key) const
    {
        const std::uint32_t* found = rows_of_.find(key);
        if (found == nullptr) { return nullptr; }
        __builtin_prefetch(&rows_[*found]);
        return &rows_[*found];
    }
    /// Adds the feature's weights, if it has any.
    void add_weights(FeatureKey key, Scores& scores) const
    {
        if (const WeightRow* weights = find(key)) { add_weights(*weights, scores); }
    }
    static void add_weights(const WeightRow& weights, Scores& scores)
    {
        // A copy, which cannot be part of `scores`: so the compiler adds all lanes at once.
        const WeightRow row = weights;
        for (std::size_t i = 0; i < kLanes; ++i) {
            scores.of[i] = static_cast<std::int16_t>(scores.of[i] + row[i]);
        }
    }
    /// 0 if the feature has no weights, as most that a text has; else 1, but for few mistakes.
    [[nodiscard]] std::size_t may_have(FeatureKey key) const
    {
        return filter_[key >> kFilterShift] >> (key & 63U) & 1U;
    }
    /// Asks the memory for what find() will look at first.
    void prefetch(FeatureKey key) const { rows_of_.prefetch(key); }

    [[nodiscard]] const Transitions& transitions() const { return transitions_; }
    [[nodiscard]] const KnownWords& lexicon() const { return lexicon_; }
    [[nodiscard]] std::size_t features() const { return rows_.size(); }

  private:
    /// Most features that a text has are unknown: a bit for each tells, and stays in the cache.
    static constexpr unsigned kFilterShift = 18;

    Transitions transitions_;
    KnownWords lexicon_;
    std::vector<WeightRow> rows_{};
    FlatTable<FeatureKey, std::uint32_t> rows_of_{};
    std::vector<std::uint64_t> filter_ = std::vector<std::uint64_t>(1U << (32U - kFilterShift));
};

/// The model that the program was built with. Made when it is first asked for, by any thread.
const Model& built_in_model();

}  // namespace dateline::indexer
