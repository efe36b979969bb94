// What the tagger is trained on and measured with: a row for each file.
#pragma once

#include <span>
#include <string_view>

namespace dateline::train {

/// How a file of tagged tokens is used.
enum class Use : unsigned char {
    Train,
    Score,
    Split,  ///< every tenth article is scored, the others train
};

/// A file of tagged tokens (quality::parse_bio()), below the folder that the trainer is given.
struct Corpus {
    std::string_view file;
    Use use;
    std::string_view what;     ///< for the model card
    std::string_view licence;  ///< likewise
};

/// To train on texts of your own, put the files in the folder and rows here. A file that is not
/// there is left out, and the card does not name it.
std::span<const Corpus> corpora();

/// The lists of words: read_word_lists() says what is in them.
inline constexpr std::string_view kClusters = "clusters.tsv";
inline constexpr std::string_view kNames = "gaz.tsv";

/// Chosen so that the model stays below 2 MB; see the card for what they cost.
inline constexpr std::size_t kClusteredWords = 60'000;
inline constexpr std::size_t kMostFeatures = 165'000;

}  // namespace dateline::train
