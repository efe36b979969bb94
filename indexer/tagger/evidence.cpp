#include "indexer/tagger/evidence.hpp"

#include <algorithm>

namespace dateline::indexer {

void Evidence::clear()
{
    for (const WordId word : touched_) {
        if (word < counts_.size()) { counts_[word] = {}; }
    }
    for (const WordId word : touched_small_) {
        if (word < small_.size()) { small_[word] = 0; }
    }
    touched_.clear();
    touched_small_.clear();
    counts_.resize(words_.size());
    small_.resize(words_.size());
}

std::size_t Evidence::role_of(Label label)
{
    if (label == kOutside) { return kOutsideRole; }
    const NameType type = type_of(label);
    if (type != NameType::Person) { return static_cast<std::size_t>(type) + 2; }
    switch (place_of(label)) {
        case PlaceInName::Begin:
            return 0;
        case PlaceInName::Unit:
            return 2;
        default:
            return 1;
    }
}

void Evidence::count(std::span<const WordId> sentence, std::span<const Label> labels,
                     std::int32_t sign)
{
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        const WordId word = sentence[i];
        const WordCase letters = words_.letters(word);
        if ((letters & kSmall) != 0) {
            std::int32_t& seen = small_[words_.folded_id(word)];
            if (seen == 0) { touched_small_.push_back(words_.folded_id(word)); }
            seen += sign;
            continue;
        }
        // The first word of a sentence is capitalised anyhow.
        if ((letters & kCapital) == 0 || (labels[i] == kOutside && i == 0)) { continue; }
        touched_.push_back(word);
        counts_[word][role_of(labels[i])] += sign;
    }
}

bool Evidence::speaks_of(std::span<const WordId> sentence) const
{
    return std::any_of(sentence.begin(), sentence.end(), [&](WordId word) {
        if ((words_.letters(word) & kCapital) == 0) { return false; }
        const Counts& counts = counts_[word];
        return seen_small(word) > 0 || std::any_of(counts.begin(), counts.begin() + kOutsideRole,
                                                   [](std::int32_t n) { return n > 0; });
    });
}

Evidence::Leading Evidence::leading(const Counts& counts)
{
    const std::array<std::int32_t, 5> sums{counts[kOutsideRole], counts[0] + counts[1] + counts[2],
                                           counts[3], counts[4], counts[5]};
    Leading most;
    for (std::size_t what = 0; what < sums.size(); ++what) {
        if (sums[what] > most.count) {
            most = {.what = static_cast<std::uint8_t>(what), .count = sums[what]};
        }
    }
    return most;
}

void Evidence::read(std::span<const WordId> sentence)
{
    sentence_ = sentence;
    leading_.assign(sentence.size(), kUnknown);
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if ((words_.letters(sentence[i]) & kCapital) != 0) {
            leading_[i] = leading(counts_[sentence[i]]).what;
        }
    }
}

}  // namespace dateline::indexer
