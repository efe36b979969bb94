#include "indexer/tagger/model.hpp"

namespace dateline::indexer {

Model::Model(const ModelParts& parts)
    : transitions_(parts.transitions), lexicon_(parts.middle_groups, parts.coarse_groups)
{
    for (std::size_t before = 0; before <= kMargin; ++before) {
        for (std::size_t next = 0; next < kLanes; ++next) {
            if (next >= kLabels || !may_follow(before, next)) {
                transitions_[before][next] = kForbidden;
            }
        }
    }
    lexicon_.reserve(parts.lexicon.size());
    for (const KnownWordRow& row : parts.lexicon) { lexicon_.add(row.text, row.entry); }
    rows_of_.reset(parts.features.size());
    rows_.reserve(parts.features.size());
    for (const WeightedFeature& feature : parts.features) {
        rows_of_[feature.key] = static_cast<std::uint32_t>(rows_.size());
        rows_.push_back(feature.weights);
        filter_[feature.key >> kFilterShift] |= std::uint64_t{1} << (feature.key & 63U);
    }
}

}  // namespace dateline::indexer
