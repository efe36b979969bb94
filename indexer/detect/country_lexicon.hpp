// All forms that stand for countries in one language, ready to be searched for in an article's
// words.
#pragma once

#include "common/countries/country_forms.hpp"
#include "common/text/tokenizer.hpp"
#include "common/text/word_filter.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::indexer {

/// A country by its number among the codes of a lexicon; kNoCode is "-" in the tables.
using CodeId = std::uint16_t;
inline constexpr CodeId kNoCode = 0;

inline constexpr std::size_t kMaxChoices = 5;

/// The countries that a form may stand for; none for a mask.
struct CodeChoice {
    std::array<CodeId, kMaxChoices> codes{};
    std::uint8_t size = 0;
};

/// What the text must look like besides having the form's words.
struct FormDemands {
    std::uint16_t initials = 0;  ///< a bit for each word that must begin with a capital
    std::uint16_t capitals = 0;  ///< … that must have no small letter
    bool exact = false;          ///< the text must be the form, letter for letter
    bool behind_comma = false;
    bool possessive = false;  ///< the last word has an 's, which belongs to the name
    bool pointed = false;     ///< a full stop follows
};

struct Form {
    std::uint32_t first_word = 0;  ///< of its words, among the lexicon's
    std::uint16_t size = 0;        ///< how many words
    FormKind kind = FormKind::Mask;
    FormDemands demands{};
    CodeChoice choice{};
};

/// Made once for each language, at its first use; immutable then.
class CountryLexicon {
  public:
    /// The lexicon for an ISO 639 code; the English one if nothing is known of the language.
    /// Safe to call from several threads; the reference is good until the program ends.
    static const CountryLexicon& of(std::string_view language);

    /// The longest form that begins with the word `at` of `words`, which are those of `text`;
    /// null if there is none.
    [[nodiscard]] const Form* longest(std::string_view text, const TokenList& words,
                                      std::size_t at) const;

    [[nodiscard]] std::string_view code(CodeId id) const { return codes_[id]; }
    [[nodiscard]] std::size_t code_count() const { return codes_.size(); }
    [[nodiscard]] std::size_t form_count() const { return forms_.size(); }

    /// The number of a code; kNoCode if no form stands for it.
    [[nodiscard]] CodeId find_code(std::string_view code) const;

    CountryLexicon(const CountryLexicon&) = delete;
    CountryLexicon& operator=(const CountryLexicon&) = delete;

  private:
    friend class CountryLexiconBuilder;

    /// Some of forms_.
    struct Range {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    CountryLexicon() = default;

    [[nodiscard]] bool fits(const Form& form, std::string_view text, const TokenList& words,
                            std::size_t at) const;
    [[nodiscard]] bool looks_right(const Form& form, std::string_view text, const TokenList& words,
                                   std::size_t at) const;

    std::vector<std::string> codes_{};
    std::map<std::string, CodeId, std::less<>> numbers_{};  ///< of the codes
    std::vector<Form> forms_{};                             ///< by first word, then longest first
    std::string text_{};                                    ///< all forms as written
    TokenList tokens_{};                                    ///< the words of text_
    std::unordered_map<std::string_view, Range> by_first_word_{};
    WordFilter<1U << 18U> first_words_{};
};

}  // namespace dateline::indexer
