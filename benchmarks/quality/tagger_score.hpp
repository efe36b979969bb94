// How well a model finds the names of tagged articles: exact spans, by conlleval's definition.
#pragma once

#include "benchmarks/quality/bio.hpp"
#include "benchmarks/quality/figures.hpp"
#include "indexer/tagger/label.hpp"
#include "indexer/tagger/model.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace dateline::quality {

/// By NameType, and how CoNLL calls them.
using TypeCounts = std::array<Counts, indexer::kNameTypeCount>;
inline constexpr std::array<std::string_view, indexer::kNameTypeCount> kTypeTags{"PER", "LOC",
                                                                                 "ORG", "MISC"};

/// The model's own names, before anything is made of them: that of which the product makes marks is
/// name_spans.hpp's to score. The gold is joined to texts and cut again by the product.
TypeCounts score_tagger(const indexer::Model& model, const std::vector<TaggedArticle>& gold);

}  // namespace dateline::quality
