// A text as the rules for dates read it: words and their neighbours, the tense around a place.
#pragma once

#include "common/text/tokenizer.hpp"
#include "indexer/detect/date_words.hpp"

#include <cstddef>
#include <limits>
#include <string_view>

namespace dateline::indexer {

/// What the words around a date say of its time.
enum class Tense : std::uint8_t {
    Unknown,
    Past,
    Report,  ///< somebody said so: what was said may be to come
    Future,
};

/// The words of a text. Places are indexes of words; kNoWord, which every look takes, is none.
/// Every look but word_from() is bounded, so that reading a text stays linear.
class DateText {
  public:
    static constexpr std::size_t kNoWord = std::numeric_limits<std::size_t>::max();

    DateText(std::string_view text, const TokenList& words, LanguageSet languages)
        : text_(text), words_(words), languages_(languages)
    {
    }

    [[nodiscard]] std::size_t size() const { return words_.tokens.size(); }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] LanguageSet languages() const { return languages_; }
    [[nodiscard]] std::string_view surface(std::size_t at) const;
    /// As it stands in the text, without a possessive ending.
    [[nodiscard]] std::string_view written(std::size_t at) const;
    [[nodiscard]] std::size_t begin(std::size_t at) const { return words_.tokens[at].begin; }
    [[nodiscard]] std::size_t end(std::size_t at) const { return begin(at) + written(at).size(); }

    /// The word before or behind, if nothing but blanks or a hyphen lies between.
    [[nodiscard]] std::size_t left(std::size_t at) const;
    [[nodiscard]] std::size_t right(std::size_t at) const;
    /// What lies between a word and the next; empty for the last.
    [[nodiscard]] std::string_view gap_behind(std::size_t at) const;
    /// Whether a sentence begins with this word.
    [[nodiscard]] bool begins_sentence(std::size_t at) const;

    [[nodiscard]] DateKinds kinds(std::size_t at) const
    {
        return date_kinds(surface(at), languages_);
    }
    [[nodiscard]] std::optional<int> value(std::size_t at, DateWord kind) const;
    [[nodiscard]] std::optional<int> value(std::size_t at, DateWord kind, DateLanguage only) const;
    [[nodiscard]] bool is(std::size_t at, DateWord kind) const
    {
        return value(at, kind).has_value();
    }
    [[nodiscard]] bool has_capital(std::size_t at) const;

    /// The first word that ends behind byte `at`; size() if there is none. By bisection.
    [[nodiscard]] std::size_t word_from(std::size_t at) const;

    /// By the nearest word that shows it, in the same sentence: before `first`, else behind `last`.
    [[nodiscard]] Tense tense(std::size_t first, std::size_t last) const;
    /// Whether an anniversary is spoken of around these words.
    [[nodiscard]] bool has_anniversary(std::size_t first, std::size_t last) const;

  private:
    [[nodiscard]] Tense tense_of(std::size_t at) const;
    [[nodiscard]] bool has_future_before(std::size_t at) const;
    [[nodiscard]] bool is_joined(std::size_t at) const;

    std::string_view text_;
    const TokenList& words_;
    LanguageSet languages_;
};

}  // namespace dateline::indexer
