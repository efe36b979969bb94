// Trained weights made integers: what of them is kept, and how they label what they were not
// trained on.
#pragma once

#include "benchmarks/train/crf.hpp"
#include "indexer/tagger/model.hpp"

#include <vector>

namespace dateline::train {

/// The `most` features with the largest weights, as bytes; in the order of their keys. Weights
/// beyond ±4 are cut there; more than 99 of 100 are smaller.
std::vector<indexer::WeightedFeature> integer_features(const Instances& instances,
                                                       const CrfWeights& weights, std::size_t most);

indexer::Transitions integer_transitions(const CrfWeights& weights);

/// Adds labels for all articles, by features of two-fold cross-training: each half is labelled by
/// what the other half has taught, so that evidence in training is as good as it is in use.
Labelling cross_label(const std::vector<Article>& articles, const CrfSettings& settings,
                      const indexer::Words& words, const indexer::KnownWords& lexicon);

}  // namespace dateline::train
