// Makes the lexicon of a language from the hand-written tables and from CLDR's names.
#pragma once

#include "indexer/detect/country_lexicon.hpp"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// Collects forms; of two that are the same, the first wins.
class CountryLexiconBuilder {
  public:
    /// Whether there are names in this language, ours or CLDR's.
    static bool knows(std::string_view language);

    /// For English from the tables alone; for other languages their own table, CLDR's names, and
    /// from the English table names, capitals and places, which newspapers everywhere use.
    static std::unique_ptr<const CountryLexicon> build(std::string_view language);

  private:
    /// A form on its way into the lexicon.
    struct Draft {
        std::string written{};
        FormKind kind = FormKind::Mask;
        CodeChoice choice{};
        FormDemands demands{};
    };

    void add_places_and_names(const LanguageForms& language);
    void add_demonyms_and_capitals(const LanguageForms& language);
    void add_international(const LanguageForms& language);
    void add_cldr(const std::string& locale, const LanguageForms& language);
    void add(const LanguageForms& language, FormKind kind, std::string_view codes,
             std::string_view forms);
    void add_with_endings(const LanguageForms& language, std::string_view form, Draft draft);
    void add_with_prefixes(const LanguageForms& language, Draft draft);
    void add_cldr_name(const LanguageForms& language, std::string_view region, std::string name);
    CodeChoice choice_of(std::string_view codes);
    CodeId number_of(std::string_view code);
    void finish();
    void add_form(const Draft& draft, std::span<const Token> tokens, std::uint32_t first);
    void sort_forms();

    std::vector<Draft> drafts_{};
    std::unique_ptr<CountryLexicon> lexicon_{new CountryLexicon};
};

}  // namespace dateline::indexer
