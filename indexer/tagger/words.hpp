// The spellings that a tagger has met, each described once: news repeats its words.
#pragma once

#include "indexer/tagger/flat_table.hpp"
#include "indexer/tagger/pieces.hpp"
#include "indexer/tagger/word_form.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::indexer {

using WordId = std::uint32_t;

/// The margins of a sentence count as words.
inline constexpr WordId kBeforeSentence = 0;
inline constexpr WordId kBehindSentence = 1;

/// Refers to the lexicon, which must outlive it.
class Words {
  public:
    explicit Words(const KnownWords& lexicon) : lexicon_(lexicon) { clear(); }

    /// Appends the number of the spelling of each of the pieces, the same until clear().
    void append_ids(std::string_view text, std::span<const Piece> pieces, std::vector<WordId>& ids);
    [[nodiscard]] const WordForm& form(WordId id) const { return forms_[id]; }
    /// form().letters, which is looked at oftener than the rest.
    [[nodiscard]] WordCase letters(WordId id) const { return letters_[id]; }
    /// Numbers are below it.
    [[nodiscard]] std::size_t size() const { return forms_.size(); }

    /// A number that spellings of the same folded form share; below size().
    [[nodiscard]] WordId folded_id(WordId id) const { return folded_ids_[id]; }

    /// Forgets all spellings, so that memory is bounded.
    void clear();

  private:
    WordId id(std::string_view written, std::uint64_t hash);
    void add(const WordForm& form);

    const KnownWords& lexicon_;
    FlatTable<std::uint64_t, WordId> ids_{};     ///< by hash of the spelling, 0: not met yet
    FlatTable<std::uint64_t, WordId> folded_{};  ///< by WordForm::folded, plus one
    std::vector<WordForm> forms_{};
    std::vector<WordCase> letters_{};
    std::vector<WordId> folded_ids_{};
    std::vector<std::uint64_t> hashes_{};  ///< of the pieces in work
};

}  // namespace dateline::indexer
