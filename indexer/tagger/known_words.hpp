// What is known of words before any article is read: groups of words that are used alike, and
// lists of names, places, companies, titles and particles. It is a part of the model file.
#pragma once

#include "indexer/tagger/feature_key.hpp"
#include "indexer/tagger/flat_table.hpp"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::indexer {

/// What lists say of a word; it may be on several. The bits are in the model file: never change.
using WordKind = std::uint16_t;

inline constexpr WordKind kListedGiven = 1U << 0U;
inline constexpr WordKind kListedFamily = 1U << 1U;
inline constexpr WordKind kListedName = 1U << 2U;
inline constexpr WordKind kListedCountry = 1U << 3U;
inline constexpr WordKind kListedCity = 1U << 4U;
inline constexpr WordKind kListedNationality = 1U << 5U;
inline constexpr WordKind kListedCompany = 1U << 6U;
inline constexpr WordKind kListedTitle = 1U << 7U;
inline constexpr WordKind kListedParticle = 1U << 8U;
inline constexpr unsigned kWordKindBits = 9;

/// A word's group on three levels, from fine to coarse; 0: in none.
struct WordGroups {
    std::uint16_t fine = 0;
    std::uint16_t middle = 0;
    std::uint16_t coarse = 0;
};

struct KnownWord {
    std::uint16_t group = 0;  ///< the fine one
    WordKind kinds = 0;
};

/// The key of a phrase with one more word: of its key so far and hash_of() the word.
constexpr std::uint64_t phrase_key(std::uint64_t key, std::uint64_t word) { return mix(key, word); }

class KnownWords {
  public:
    /// `middle` and `coarse` give the group of each fine group; [0] is 0.
    KnownWords(std::vector<std::uint16_t> middle, std::vector<std::uint16_t> coarse)
        : middle_(std::move(middle)), coarse_(std::move(coarse))
    {
    }

    void reserve(std::size_t entries) { entries_.reset(entries); }
    /// `text`: a folded word, or several with a blank between each two.
    void add(std::string_view text, KnownWord entry);

    /// `key`: hash_of() a folded word, or for several phrase_key() of one after the other. Nothing
    /// is known of most words: an empty entry.
    [[nodiscard]] KnownWord find(std::uint64_t key) const
    {
        const KnownWord* found = entries_.find(key);
        return found == nullptr ? KnownWord{} : *found;
    }
    /// `group` may be any number.
    [[nodiscard]] WordGroups groups(std::uint16_t group) const;
    /// Whether a listed name of several words begins with this word.
    [[nodiscard]] bool begins_phrase(std::uint64_t word) const
    {
        return fronts_.find(word) != nullptr;
    }

    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    std::vector<std::uint16_t> middle_;
    std::vector<std::uint16_t> coarse_;
    FlatTable<std::uint64_t, KnownWord> entries_{};
    FlatTable<std::uint64_t, bool> fronts_{};  ///< the values mean nothing
};

}  // namespace dateline::indexer
