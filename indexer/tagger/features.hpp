// What the tagger looks at: features of words at each distance, and of words together. The same
// code gives them when a model is trained and when it is used.
#pragma once

#include "indexer/tagger/feature_key.hpp"
#include "indexer/tagger/words.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::indexer {

/// How far from a word its neighbours still tell something.
inline constexpr std::size_t kReach = 2;
inline constexpr std::size_t kDistances = 2 * kReach + 1;

/// The templates, by number. What a number means is in the model file: never change or reuse. Older
/// models had 60 to 63, 75 to 77, 82 to 89, 93, 94, 97 to 102, 121, 122 and 126, too.
enum class Feature : unsigned {
    Bias = 0,
    Folded = 1,
    Exact = 2,
    Shape = 3,
    Brief = 4,
    Case = 5,
    Prefix = 10,
    Suffix = 14,
    Neighbour = 20,       ///< + distance (0 to 4, 2 being the word itself)
    NeighbourBrief = 25,  ///< + distance
    NeighbourSuffix = 30,
    Group = 40,
    GroupBrief = 43,
    NoGroup = 45,
    NeighbourGroup = 50,   ///< + distance
    NeighbourMiddle = 55,  ///< + distance
    Kinds = 65,
    Kind = 66,
    KindsBrief = 67,
    NeighbourKinds = 70,  ///< + distance
    Phrase = 78,
    Words = 80,
    Run = 90,
    CasedWord = 105,
    Evidence = 110,
};

constexpr Feature operator+(Feature feature, std::size_t offset)
{
    return static_cast<Feature>(static_cast<unsigned>(feature) + offset);
}

constexpr FeatureKey feature_key(Feature feature, std::uint64_t value)
{
    return feature_key(static_cast<unsigned>(feature), value);
}

/// Calls `take` with the features of a word that stands `distance` - kReach words from the one in
/// question.
template <class Take>
void word_features(const WordForm& word, std::size_t distance, const Take& take);

/// How a sentence uses capitals.
enum class CaseMode : std::uint8_t { Normal, Title, Upper };

/// One sentence, made ready for its features. Its memory is kept from sentence to sentence.
class SentenceView {
  public:
    /// `words` and the forms in `table` must stay until the next call.
    void read(std::span<const WordId> words, const Words& table, const KnownWords& lexicon);

    [[nodiscard]] std::size_t size() const { return size_; }
    /// The word at `i`, which may be kReach outside of the sentence.
    [[nodiscard]] const WordForm& at(std::ptrdiff_t i) const
    {
        return *forms_[static_cast<std::size_t>(i + static_cast<std::ptrdiff_t>(kReach))];
    }
    /// Whether the word may be part of a name: it is capitalised, or one of up to two pieces
    /// between such words, or the piece before one, or a number behind one. All others are taken to
    /// be outside.
    [[nodiscard]] bool is_candidate(std::size_t i) const { return candidates_[i] != 0; }
    [[nodiscard]] bool has_candidates() const { return has_candidates_; }

    /// Calls `take` with the features of word `i` that more than one word make.
    template <class Take>
    void joint_features(std::size_t i, const Take& take) const;

  private:
    struct Run {
        std::uint32_t first = 0;  ///< half-open range; empty outside of runs
        std::uint32_t last = 0;
    };

    [[nodiscard]] bool is(std::size_t i, WordCase wanted) const
    {
        return (letters_[i] & wanted) != 0;
    }
    void find_mode();
    void find_candidates();
    void find_runs();
    void find_phrases(const KnownWords& lexicon);
    [[nodiscard]] std::size_t particles_at(std::size_t i) const;
    template <class Take>
    void run_features(std::size_t i, const Take& take) const;

    std::size_t size_ = 0;
    CaseMode mode_ = CaseMode::Normal;
    bool has_candidates_ = false;
    std::vector<const WordForm*> forms_{};  ///< with kReach margins on both sides
    std::vector<WordCase> letters_{};
    std::vector<Run> runs_{};
    std::vector<std::uint32_t> phrases_{};  ///< kinds of a listed phrase, and the place in it
    std::vector<std::uint8_t> candidates_{};
};

// ---- the templates ----

template <class Take>
void word_features(const WordForm& word, std::size_t distance, const Take& take)
{
    if (distance != kReach) {
        const bool near = distance + 1 == kReach || distance == kReach + 1;
        take(feature_key(Feature::Neighbour + distance, word.folded));
        take(feature_key(Feature::NeighbourBrief + distance, word.brief));
        take(feature_key(Feature::NeighbourGroup + distance, word.groups.fine));
        take(feature_key(Feature::NeighbourMiddle + distance, word.groups.middle));
        if (!near) { return; }
        take(feature_key(Feature::NeighbourKinds + distance, word.kinds));
        if (word.affixes > 2) {
            take(feature_key(Feature::NeighbourSuffix + distance, word.suffixes[2]));
        }
        return;
    }
    take(feature_key(Feature::Bias, 0));
    take(feature_key(Feature::Folded, word.folded));
    take(feature_key(Feature::Exact, mix(word.folded, word.shape)));
    take(feature_key(Feature::Shape, word.shape));
    take(feature_key(Feature::Brief, word.brief));
    for (unsigned n = 0; n < word.affixes; ++n) {
        if (n > 0) { take(feature_key(Feature::Prefix + n, word.prefixes[n])); }
        take(feature_key(Feature::Suffix + n, word.suffixes[n]));
    }
    if (word.groups.fine != 0) {
        take(feature_key(Feature::Group, word.groups.fine));
        take(feature_key(Feature::Group + 1, word.groups.middle));
        take(feature_key(Feature::Group + 2, word.groups.coarse));
        take(feature_key(Feature::GroupBrief, mix(word.groups.middle, word.brief)));
        take(feature_key(Feature::GroupBrief + 1, mix(word.groups.fine, word.brief)));
    } else {
        take(feature_key(Feature::NoGroup, word.brief));
    }
    take(feature_key(Feature::Kinds, word.kinds));
    for (unsigned bit = 0; bit < kWordKindBits; ++bit) {
        if ((word.kinds >> bit & 1U) != 0) { take(feature_key(Feature::Kind, bit)); }
    }
    take(feature_key(Feature::KindsBrief, mix(word.kinds, word.brief)));
}

template <class Take>
void SentenceView::joint_features(std::size_t i, const Take& take) const
{
    const auto at_i = static_cast<std::ptrdiff_t>(i);
    const WordForm& before = at(at_i - 1);
    const WordForm& word = at(at_i);
    const WordForm& behind = at(at_i + 1);
    const auto mode = static_cast<unsigned>(mode_);
    take(feature_key(Feature::Case, mode * 8U + (i == 0 ? 4U : 0U) + (is(i, kCapital) ? 2U : 0U) +
                                        (is(i, kAllCapitals) ? 1U : 0U)));
    take(feature_key(Feature::CasedWord, mix(word.folded, i == 0 ? 1U : mode + 2U)));
    if (phrases_[i] != 0) { take(feature_key(Feature::Phrase, phrases_[i])); }
    take(feature_key(Feature::Words, mix(before.folded, word.folded)));
    take(feature_key(Feature::Words + 1, mix(word.folded, behind.folded)));
    if (runs_[i].last != 0) { run_features(i, take); }
}

template <class Take>
void SentenceView::run_features(std::size_t i, const Take& take) const
{
    constexpr std::size_t kLongRun = 6;
    constexpr std::size_t kFar = 3;
    const Run& run = runs_[i];
    const WordForm& left = at(static_cast<std::ptrdiff_t>(run.first) - 1);
    const WordForm& right = at(static_cast<std::ptrdiff_t>(run.last));
    const WordForm& first = at(static_cast<std::ptrdiff_t>(run.first));
    const WordForm& last = at(static_cast<std::ptrdiff_t>(run.last) - 1);
    const std::size_t length = std::min(kLongRun, std::size_t{run.last} - run.first);
    const std::size_t front = std::min(kFar, i - run.first);
    const std::size_t back = std::min(kFar, run.last - 1 - i);
    const std::uint64_t alone = length == 1 ? 1U : 0U;
    take(feature_key(Feature::Run,
                     length * 16 + front * 4 + back + static_cast<unsigned>(mode_) * 256U));
    take(feature_key(Feature::Run + 1, mix(left.folded, alone)));
    take(feature_key(Feature::Run + 2, mix(right.folded, alone)));
    take(feature_key(Feature::Run + 5, mix(first.kinds, front != 0 ? 1U : 0U)));
    take(feature_key(Feature::Run + 6, mix(last.kinds, back != 0 ? 1U : 0U)));
}

}  // namespace dateline::indexer
