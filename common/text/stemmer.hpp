// Surface form → stem: what the postings hold of a word.
#pragma once

#include "common/result.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The version of the Snowball rules, which is Xapian's: kept in the index, since stems must agree.
std::string stemmer_version();

/// Stems words of many languages; a language without a stemmer leaves words as they are.
/// One object, one thread.
class Stemmer {
  public:
    Stemmer();
    ~Stemmer();
    Stemmer(Stemmer&&) noexcept;
    Stemmer& operator=(Stemmer&&) noexcept;

    /// The stem of `surface` in `language` (ISO 639-1). Never empty, at most 200 bytes.
    std::string stem(std::string_view surface, std::string_view language);

    /// Every stem under which a token with this surface form is found in an article of `language`:
    /// its stem, and for kUnitedStates that of "us" too.
    std::vector<std::string> stems_of_token(std::string_view surface, std::string_view language);

    /// Every stem that a query word with this surface form stands for, over all `languages`;
    /// sorted, without doubles.
    std::vector<std::string> stems_of_query(std::string_view surface,
                                            const std::vector<std::string>& languages);

  private:
    struct Rules;
    const Rules& rules(std::string_view language);

    std::map<std::string, std::unique_ptr<Rules>, std::less<>> by_language_;
};

}  // namespace dateline
