// Training material with all its features: rows of candidates, as the tagger decodes them.
#pragma once

#include "benchmarks/train/training_text.hpp"
#include "indexer/tagger/feature_key.hpp"
#include "indexer/tagger/flat_table.hpp"
#include "indexer/tagger/known_words.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::train {

using indexer::FeatureKey;

/// A word's features: those of the text, then those that evidence gave.
struct Position {
    std::uint64_t begin = 0;  ///< in Instances::features
    std::uint64_t evidence = 0;
    std::uint64_t end = 0;
    Label gold = indexer::kOutside;
};

/// A row of candidates between words that are outside of all names.
struct Segment {
    std::uint32_t first = 0;  ///< half-open range of positions
    std::uint32_t last = 0;
    std::uint32_t article = 0;
    std::uint32_t sentence = 0;
    std::uint32_t word = 0;   ///< its first word in the sentence
    std::uint8_t before = 0;  ///< kOutside or kMargin
    std::uint8_t behind = 0;
};

struct Instances {
    std::vector<std::uint32_t> features{};  ///< rows of the weights
    std::vector<Position> positions{};
    std::vector<Segment> segments{};
    std::vector<FeatureKey> keys{};  ///< of each row
};

/// The labels of each article's sentences.
using Labelling = std::vector<std::vector<std::vector<Label>>>;

/// The features of `articles` that come twice at least; `first_pass`: what the evidence says, or
/// empty for none.
Instances make_instances(std::span<const Article> articles, const Labelling& first_pass,
                         const indexer::Words& words, const indexer::KnownWords& lexicon);

}  // namespace dateline::train
