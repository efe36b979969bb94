// What the rest of an article says of a word: how the first pass has labelled it elsewhere, and
// whether it stands there in small letters.
#pragma once

#include "indexer/tagger/features.hpp"
#include "indexer/tagger/label.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::indexer {

/// Refers to the words, which must outlive it.
class Evidence {
  public:
    explicit Evidence(const Words& words) : words_(words) {}

    /// Begins another article.
    void clear();
    /// A sentence as the first pass has labelled it.
    void add(std::span<const WordId> sentence, std::span<const Label> labels)
    {
        count(sentence, labels, 1);
    }
    /// Takes back what add() was told: a sentence is no evidence for itself.
    void remove(std::span<const WordId> sentence, std::span<const Label> labels)
    {
        count(sentence, labels, -1);
    }

    /// Whether any word of the sentence is known of: as part of a name, or in small letters.
    [[nodiscard]] bool speaks_of(std::span<const WordId> sentence) const;

    /// Makes a sentence ready for features(); it must stay until the next call.
    void read(std::span<const WordId> sentence);
    /// Calls `take` with the features of word `i` of that sentence.
    template <class Take>
    void features(std::size_t i, const Take& take) const;

  private:
    /// By what a word was: a person's first word, a later one, the only one; a place, an
    /// organisation, something else; outside of names, although capitalised.
    static constexpr std::size_t kRoles = 7;
    static constexpr std::size_t kOutsideRole = 6;
    using Counts = std::array<std::int32_t, kRoles>;

    /// What a word mostly is: outside, person, place, organisation, other; or not known.
    static constexpr std::uint8_t kUnknown = 9;
    struct Leading {
        std::uint8_t what = kUnknown;
        std::int32_t count = 0;
    };

    void count(std::span<const WordId> sentence, std::span<const Label> labels, std::int32_t sign);
    static std::size_t role_of(Label label);
    static Leading leading(const Counts& counts);
    [[nodiscard]] std::int32_t seen_small(WordId word) const
    {
        return small_[words_.folded_id(word)];
    }
    template <class Take>
    void word_evidence(std::size_t i, const Take& take) const;

    const Words& words_;
    std::vector<Counts> counts_{};       ///< by word
    std::vector<std::int32_t> small_{};  ///< by folded word
    std::vector<WordId> touched_{};      ///< of counts_
    std::vector<WordId> touched_small_{};
    std::span<const WordId> sentence_{};
    std::vector<std::uint8_t> leading_{};  ///< of each word of sentence_
};

template <class Take>
void Evidence::features(std::size_t i, const Take& take) const
{
    if ((words_.letters(sentence_[i]) & kCapital) != 0) {
        word_evidence(i, take);
    } else {
        take(feature_key(Feature::Evidence, 0));
    }
    const unsigned left = i > 0 ? leading_[i - 1] : kUnknown;
    const unsigned own = leading_[i];
    const unsigned right = i + 1 < leading_.size() ? leading_[i + 1] : kUnknown;
    take(feature_key(Feature::Evidence + 14, left * 10U + own));
    take(feature_key(Feature::Evidence + 15, own * 10U + right));
}

template <class Take>
void Evidence::word_evidence(std::size_t i, const Take& take) const
{
    constexpr std::int32_t kMany = 3;
    const Counts& counts = counts_[sentence_[i]];
    const std::int32_t small = seen_small(sentence_[i]);
    const std::uint64_t first = i == 0 ? 1U : 0U;
    take(feature_key(Feature::Evidence + 1,
                     static_cast<std::uint64_t>(std::min(small, 2)) * 2 + first));
    std::int32_t sum = 0;
    for (const std::int32_t n : counts) { sum += n; }
    if (sum <= 0) {
        take(feature_key(Feature::Evidence + 13, first));
        return;
    }
    for (unsigned role = 0; role < kRoles; ++role) {
        if (counts[role] == 0) { continue; }
        take(feature_key(Feature::Evidence + 2 + role,
                         static_cast<std::uint64_t>(std::min(counts[role], kMany))));
    }
    const Leading most = leading(counts);
    const unsigned share = most.count * 10 >= sum * 9 ? 3U : most.count * 10 >= sum * 6 ? 2U : 1U;
    take(feature_key(Feature::Evidence + 10, most.what * 4U + share));
}

}  // namespace dateline::indexer
