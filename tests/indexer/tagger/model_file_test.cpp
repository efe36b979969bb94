#include "indexer/tagger/model_file.hpp"

#include "tests/support/mutations.hpp"
#include "tests/support/paths.hpp"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <functional>
#include <numeric>
#include <string>

namespace dateline::indexer {
namespace {

ModelParts small_parts()
{
    ModelParts parts;
    for (std::size_t before = 0; before <= kMargin; ++before) {
        for (std::size_t next = 0; next < kLabels; ++next) {
            if (!may_follow(before, next)) { continue; }
            parts.transitions[before][next] =
                static_cast<std::int32_t>(before * 31 + next) * (next % 2 == 0 ? 1 : -1);
        }
    }
    parts.middle_groups = {0, 3, 4};
    parts.coarse_groups = {0, 1, 1};
    parts.lexicon = {{"anna", {.group = 2, .kinds = kListedGiven}},
                     {"annabel", {.group = 2}},
                     {"new york", {.kinds = kListedCity}},
                     {"élan", {.group = 1, .kinds = kListedParticle}}};
    for (FeatureKey key = 5; key < 4'000'000'000U; key = key * 3 + 1) {
        WeightedFeature& feature = parts.features.emplace_back();
        feature.key = key;
        for (std::size_t l = 0; l < kLabels; ++l) {
            feature.weights[l] = static_cast<std::int8_t>(key >> l);
        }
        if (key > 1'000'000'000U) { break; }
    }
    return parts;
}

Status walk(const std::filesystem::path& path)
{
    const auto parts = read_model(tests::bytes_of(path));
    if (!parts) { return Failure{parts.error()}; }
    tests::must(parts->middle_groups.size() == parts->coarse_groups.size(), "groups have levels");
    FeatureKey before = 0;
    for (const WeightedFeature& feature : parts->features) {
        tests::must(feature.key > before, "keys ascend");
        before = feature.key;
    }
    const Model model{*parts};
    Scores scores;
    for (const WeightedFeature& feature : parts->features) {
        model.add_weights(feature.key, scores);
    }
    return Done{};
}

TEST_SUITE("indexer/tagger/model_file")
{
    TEST_CASE("the model that is built in keeps the bounds of Viterbi's sums")
    {
        constexpr std::size_t kMostFeatures = 80;  // that one word has
        constexpr int kMostStep = 4000;
        constexpr int kMostScore = 6000;  // two labels are no further apart than Viterbi looks
        const auto parts =
            read_model(tests::bytes_of(tests::test_path("../indexer/tagger/names.model")));
        REQUIRE(parts);
        for (std::size_t before = 0; before <= kMargin; ++before) {
            for (std::size_t next = 0; next < kLabels; ++next) {
                if (may_follow(before, next)) {
                    CHECK(std::abs(parts->transitions[before][next]) <= kMostStep);
                }
            }
        }
        for (std::size_t l = 0; l < kLabels; ++l) {
            std::vector<int> weights;
            for (const WeightedFeature& feature : parts->features) {
                weights.push_back(std::abs(int{feature.weights[l]}));
            }
            std::partial_sort(weights.begin(), weights.begin() + kMostFeatures, weights.end(),
                              std::greater{});
            CHECK(std::accumulate(weights.begin(), weights.begin() + kMostFeatures, 0) <=
                  kMostScore);
        }
    }

    TEST_CASE("what is written is read, and always written alike")
    {
        const ModelParts parts = small_parts();
        const std::string file = write_model(parts);
        CHECK(write_model(small_parts()) == file);
        const auto read = read_model(file);
        REQUIRE(read);
        CHECK(read->transitions == parts.transitions);
        CHECK(read->middle_groups == parts.middle_groups);
        CHECK(read->coarse_groups == parts.coarse_groups);
        REQUIRE(read->lexicon.size() == parts.lexicon.size());
        for (std::size_t i = 0; i < parts.lexicon.size(); ++i) {
            CHECK(read->lexicon[i].text == parts.lexicon[i].text);
            CHECK(read->lexicon[i].entry.group == parts.lexicon[i].entry.group);
            CHECK(read->lexicon[i].entry.kinds == parts.lexicon[i].entry.kinds);
        }
        REQUIRE(read->features.size() == parts.features.size());
        for (std::size_t i = 0; i < parts.features.size(); ++i) {
            CHECK(read->features[i].key == parts.features[i].key);
            CHECK(read->features[i].weights == parts.features[i].weights);
        }
    }

    TEST_CASE("a model gives each feature its weights, and others none")
    {
        const ModelParts parts = small_parts();
        const Model model{parts};
        for (const WeightedFeature& feature : parts.features) {
            Scores scores;
            model.add_weights(feature.key, scores);
            for (std::size_t l = 0; l < kLabels; ++l) { CHECK(scores.of[l] == feature.weights[l]); }
        }
        Scores none;
        model.add_weights(6, none);
        CHECK(none.of == Scores{}.of);
    }

    TEST_CASE("damage is told")
    {
        tests::check_mutations(write_model(small_parts()), walk, 1);
        tests::check_truncations(write_model(small_parts()), walk);
    }

    TEST_CASE("the built-in model is whole and small")
    {
        CHECK(built_in_model_file().size() <= 2'000'000);
        const auto parts = read_model(built_in_model_file());
        REQUIRE(parts);
        CHECK(write_model(*parts) == built_in_model_file());
        CHECK(built_in_model().features() == parts->features.size());
    }
}

}  // namespace
}  // namespace dateline::indexer
