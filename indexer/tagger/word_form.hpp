// One spelling of a word, and all that features ask of it by itself.
#pragma once

#include "indexer/tagger/known_words.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::indexer {

inline constexpr std::size_t kAffixes = 4;  ///< of one to four characters

struct WordForm {
    std::uint64_t folded = 0;  ///< without case, diacritics; every digit a 0
    std::uint64_t shape = 0;   ///< "Xxxx", "X.X."; the middle of long words left out
    std::uint64_t brief = 0;   ///< the same with runs shortened: "Xx"
    std::array<std::uint64_t, kAffixes> prefixes{};
    std::array<std::uint64_t, kAffixes> suffixes{};
    WordGroups groups{};
    WordKind kinds = 0;
    std::uint8_t affixes = 0;   ///< how many of each there are
    bool capital = false;       ///< begins with one, also behind a small beginning: "al-Assad"
    bool all_capitals = false;  ///< two letters at least
    bool has_letter = false;
    bool small = false;  ///< letters, and no capital among them
};

/// `written` is valid UTF-8.
WordForm word_form(std::string_view written, const KnownWords& lexicon);

/// What stands before a sentence and behind it, as if it were a word.
WordForm margin_form(bool before);

}  // namespace dateline::indexer
