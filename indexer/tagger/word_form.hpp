// One spelling of a word, and all that features ask of it by itself.
#pragma once

#include "indexer/tagger/known_words.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::indexer {

inline constexpr std::size_t kAffixes = 4;  ///< of one to four characters

/// How a word uses capitals: bits of a byte, which is asked of every word of every sentence.
using WordCase = std::uint8_t;
inline constexpr WordCase kCapital = 1;      ///< begins with one, also "al-Assad"
inline constexpr WordCase kAllCapitals = 2;  ///< two letters at least
inline constexpr WordCase kHasLetter = 4;
inline constexpr WordCase kSmall = 8;    ///< letters, and no capital among them
inline constexpr WordCase kNumber = 16;  ///< figures, and no letter

/// What is asked of a word again in every sentence stands in front, in one line of the cache.
struct alignas(64) WordForm {
    std::uint64_t folded = 0;  ///< without case, diacritics; every digit a 0
    std::uint64_t brief = 0;   ///< the shape with runs shortened: "Xx"
    WordGroups groups{};
    WordKind kinds = 0;
    WordCase letters = 0;
    std::uint8_t affixes = 0;  ///< how many of each there are
    std::uint64_t shape = 0;   ///< "Xxxx", "X.X."; the middle of long words left out
    std::array<std::uint64_t, kAffixes> prefixes{};
    std::array<std::uint64_t, kAffixes> suffixes{};

    [[nodiscard]] bool is(WordCase wanted) const { return (letters & wanted) != 0; }
};

/// `written` is valid UTF-8.
WordForm word_form(std::string_view written, const KnownWords& lexicon);

/// What stands before a sentence and behind it, as if it were a word.
WordForm margin_form(bool before);

}  // namespace dateline::indexer
