// Trains a linear-chain conditional random field: the weights under which the gold labels are
// likeliest (Lafferty, McCallum, Pereira 2001), by stochastic gradients with a step for each weight
// (AdaGrad: Duchi, Hazan, Singer 2011).
#pragma once

#include "benchmarks/train/instances.hpp"
#include "benchmarks/train/random.hpp"
#include "indexer/tagger/model.hpp"

#include <array>
#include <vector>

namespace dateline::train {

using indexer::kLabels;
using indexer::kLanes;

struct CrfSettings {
    unsigned runs = 1;  ///< each with chance of its own; their mean is taken
    unsigned epochs = 10;
    float rate = 0.15F;
    float dropout = 0.5F;           ///< of features, so that none is relied on alone
    float without_evidence = 0.5F;  ///< of articles, so that one model serves both passes
    float decay = 1e-6F;
    std::uint64_t seed = 1;
};

using FloatRow = std::array<float, kLanes>;

/// Weights as training finds them.
struct CrfWeights {
    std::vector<FloatRow> rows{};  ///< of Instances::keys
    std::array<FloatRow, kLabels + 1> transitions{};
};

/// The average over the later half of the epochs of each run. The same input gives the same
/// weights.
CrfWeights train_crf(const Instances& instances, const CrfSettings& settings);

}  // namespace dateline::train
