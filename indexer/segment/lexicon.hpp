// The words of the segment being built: numbers for surface forms, and their stems by language.
#pragma once

#include "common/storage/vocabulary.hpp"
#include "common/text/stemmer.hpp"
#include "common/text/tokenizer.hpp"

#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::indexer {

/// Numbers are given in order of first appearance; ranks() tells the final ones. Not thread-safe.
class Lexicon {
  public:
    /// The numbers of the surface forms, there until the next call. Counts them for article
    /// `article`, which never decreases.
    std::span<const std::uint32_t> numbers(const TokenList& words, std::uint32_t article);

    /// The index of a language in the segment.
    std::uint32_t language(std::string_view code);

    /// The number of a word's stem in a language (by index). Stems are numbered across languages.
    std::uint32_t stem(std::uint32_t language, std::uint32_t number);
    /// The stem of "us", which a token kUnitedStates has besides its own.
    std::uint32_t plain_us_stem(std::uint32_t language);

    [[nodiscard]] const std::string& stem_text(std::uint32_t stem) const { return stems_[stem]; }
    [[nodiscard]] std::size_t stem_count() const { return stems_.size(); }
    [[nodiscard]] bool is_united_states(std::uint32_t number) const
    {
        return number == united_states_;
    }

    /// By number, the final number: the rank by how often a word stands in the segment.
    [[nodiscard]] std::vector<std::uint32_t> ranks() const;
    /// What the vocabulary file holds, with final numbers.
    [[nodiscard]] VocabularyContents contents(const std::vector<std::uint32_t>& ranks) const;

  private:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::size_t kFirstSlots = 1 << 12;

    /// In a line of the cache, with the text of most.
    struct alignas(64) Word {
        std::string surface{};
        std::uint32_t occurrences = 0;
        std::uint32_t articles = 0;
        std::uint32_t last_article = kNone;
    };
    /// A place of the table that finds words: open addressing, half of it empty. The hash decides
    /// nearly always whether the word's text has to be looked at.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = kNone;
    };
    struct LanguageStems {
        std::string code;
        std::vector<std::uint32_t> by_number{};  ///< kNone where not asked for yet
        std::uint32_t plain_us = kNone;
    };
    std::uint32_t stem_number(std::string text);
    std::uint32_t number(std::string_view surface, std::uint64_t full_hash);
    std::uint32_t add_word(std::string_view surface, Slot& slot, std::uint32_t hash);
    void grow();

    std::vector<Word> words_{};
    std::vector<Slot> slots_{std::vector<Slot>(kFirstSlots)};
    std::vector<LanguageStems> languages_{};
    std::vector<std::string> stems_{};
    std::unordered_map<std::string, std::uint32_t> stem_numbers_{};
    Stemmer stemmer_{};
    std::uint32_t united_states_ = kNone;
    std::vector<std::uint64_t> hashes_{};  ///< of the words in work
    std::vector<std::uint32_t> numbers_{};
};

}  // namespace dateline::indexer
