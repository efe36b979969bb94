// What a model is made of and how good it is, as a page for people.
#pragma once

#include "benchmarks/quality/tagger_score.hpp"
#include "benchmarks/train/recipe.hpp"

#include <string>
#include <vector>

namespace dateline::train {

/// One line of scores: a corpus, perhaps in another case.
struct CardScore {
    std::string what{};
    quality::TypeCounts counts{};
};

struct CardFacts {
    std::vector<const Corpus*> trained_on{};
    std::vector<CardScore> scores{};
    std::size_t articles = 0;  ///< trained on
    std::size_t features = 0;
    std::size_t words = 0;  ///< of the lexicon
    std::size_t bytes = 0;
};

/// Markdown. The same facts give the same bytes.
std::string model_card(const CardFacts& facts);

}  // namespace dateline::train
