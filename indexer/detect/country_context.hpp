// The rules that look at the words around a country's word: a language, a surname, a place abroad.
#pragma once

#include "common/text/tokenizer.hpp"
#include "indexer/detect/country_lexicon.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// A form found in a text.
struct CountryHit {
    std::size_t first = 0;  ///< its words: half-open
    std::size_t past = 0;
    const Form* form = nullptr;
    CodeId code = kNoCode;  ///< what it stands for; kNoCode while undecided, or for none
};

/// Whether the words of a form, there where they stand, are about something else: "in English",
/// "Mr. Jordan", "US$ 5".
bool means_something_else(const CountryHit& hit, std::string_view text, const TokenList& words,
                          const CountryLexicon& lexicon);

/// Decides the forms that may stand for several countries by what all texts of the article
/// mention, then drops (as kNoCode) the namesakes of cities abroad: "Moscow, Idaho".
class CountryChoice {
  public:
    /// `day`: when the article was published; Moscow was the capital of another state in 1987.
    CountryChoice(const CountryLexicon& lexicon, std::optional<std::chrono::sys_days> day);

    /// Counts what a text mentions; once for each text, before any decide().
    void count(const std::vector<CountryHit>& hits);

    void decide(std::vector<CountryHit>& hits, std::string_view text, const TokenList& words) const;

  private:
    [[nodiscard]] CodeId chosen(const CodeChoice& choice) const;
    [[nodiscard]] CodeId georgia() const;
    [[nodiscard]] std::size_t mentions(std::string_view code) const;
    [[nodiscard]] std::size_t weight(CodeId code) const;
    [[nodiscard]] bool is_georgia(const CodeChoice& choice) const;
    [[nodiscard]] bool is_namesake(const CountryHit& hit, const CountryHit& next) const;

    const CountryLexicon& lexicon_;
    std::vector<std::size_t> mentions_{};  ///< of each code, by forms that stand for it alone
    std::vector<CodeId> alive_{};  ///< former states that there were when the article was written
    std::size_t american_places_ = 0;
    CodeId country_of_georgia_ = kNoCode;
    CodeId united_states_ = kNoCode;
};

}  // namespace dateline::indexer
