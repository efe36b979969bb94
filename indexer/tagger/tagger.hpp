// Finds the names in an article: people, places, organisations and others, as a linear-chain CRF
// that was trained on tagged news (scripts/train-tagger) labels them.
//
// Two passes: the second one knows what the first has made of the same words elsewhere in the
// article. Lafferty, McCallum, Pereira (2001) for the CRF; Krishnan, Manning (2006) for the passes.
#pragma once

#include "indexer/tagger/evidence.hpp"
#include "indexer/tagger/label.hpp"
#include "indexer/tagger/model.hpp"
#include "indexer/tagger/pieces.hpp"
#include "indexer/tagger/viterbi.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// A title or body, its pieces, and the names that tag() found in it, in the order of the text.
struct TaggedText {
    std::string_view text{};
    const PieceList* pieces = nullptr;
    std::vector<NameRange> names{};
};

/// Remembers words between articles, for speed: the answer does not depend on it. Its memory is
/// bounded. One for each thread; the model must outlive it.
class Tagger {
  public:
    explicit Tagger(const Model& model);

    /// Fills `names` of the texts of one article. Linear in their length: what is longer than
    /// kStretch is taken in parts, each of which is an article of its own.
    void tag(std::span<TaggedText> texts);

  private:
    /// Sums of a word's features at each distance.
    using WordScores = std::array<Scores, kDistances>;
    struct Sentence {
        std::uint32_t text = 0;    ///< which of the texts
        std::uint32_t piece = 0;   ///< its first piece there
        std::uint32_t offset = 0;  ///< in ids_, candidates_ and labels
        std::uint32_t size = 0;
        std::uint32_t scores = 0;  ///< where those of its candidates begin in scores_
        bool has_candidates = false;
    };

    void read(std::uint32_t text, const TaggedText& tagged, std::size_t sentence);
    void end_stretch(std::span<TaggedText> texts);
    void first_pass(Sentence& sentence);
    void second_pass(const Sentence& sentence);
    void decode(std::span<const std::uint8_t> candidates, std::span<const Scores> scores,
                std::span<Label> labels);
    const Scores& word_scores(WordId word, std::size_t distance);
    /// Adds the weights of the features that `features(take)` gives, kMostFeatures at most.
    template <class Features>
    void add_weights(const Features& features, Scores& scores) const;
    template <class Element>
    static std::span<Element> part(std::vector<Element>& all, const Sentence& sentence)
    {
        return std::span{all}.subspan(sentence.offset, sentence.size);
    }

    const Model& model_;
    Words words_;
    std::vector<WordScores> known_{};    ///< by word
    std::vector<std::uint8_t> ready_{};  ///< by word: a bit for each distance that is made
    Evidence evidence_;
    SentenceView view_{};
    Viterbi viterbi_;
    // Of the stretch in work:
    std::vector<Sentence> sentences_{};
    std::vector<WordId> ids_{};
    std::vector<std::uint8_t> candidates_{};
    std::vector<Label> first_labels_{};
    std::vector<Label> labels_{};
    std::vector<Scores> scores_{};         ///< of candidates, without evidence
    std::vector<Scores> with_evidence_{};  ///< of one sentence
};

/// So many pieces are looked at as one article: about 80 KB of text.
inline constexpr std::size_t kStretch = 1U << 14U;

}  // namespace dateline::indexer
