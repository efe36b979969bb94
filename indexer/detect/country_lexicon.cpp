#include "indexer/detect/country_lexicon.hpp"

#include "indexer/detect/country_lexicon_builder.hpp"
#include "indexer/detect/written_words.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace dateline::indexer {

const CountryLexicon& CountryLexicon::of(std::string_view language)
{
    static std::mutex mutex;
    static std::map<std::string, std::unique_ptr<const CountryLexicon>, std::less<>> lexicons;
    const std::string_view known =
        CountryLexiconBuilder::knows(language) ? language : std::string_view{"en"};
    const std::lock_guard lock{mutex};
    auto found = lexicons.find(known);
    if (found == lexicons.end()) {
        found = lexicons.emplace(known, CountryLexiconBuilder::build(known)).first;
    }
    return *found->second;
}

CodeId CountryLexicon::find_code(std::string_view code) const
{
    const auto found = numbers_.find(code);
    return found == numbers_.end() ? kNoCode : found->second;
}

const Form* CountryLexicon::longest(std::string_view text, const TokenList& words,
                                    std::size_t at) const
{
    const std::string_view first = words.surface(words.tokens[at]);
    if (!first_words_.may_have(first)) { return nullptr; }
    const auto found = by_first_word_.find(first);
    if (found == by_first_word_.end()) { return nullptr; }
    for (std::uint32_t i = found->second.begin; i < found->second.end; ++i) {
        if (fits(forms_[i], text, words, at)) { return &forms_[i]; }
    }
    return nullptr;
}

bool CountryLexicon::fits(const Form& form, std::string_view text, const TokenList& words,
                          std::size_t at) const
{
    if (form.size > words.tokens.size() - at) { return false; }
    for (std::size_t i = 1; i < form.size; ++i) {
        const Token& token = words.tokens[at + i];
        if (words.surface(token) != tokens_.surface(tokens_.tokens[form.first_word + i]) ||
            token.before != Break::None ||
            !joins(gap_between(text, words.tokens[at + i - 1], token))) {
            return false;
        }
    }
    return looks_right(form, text, words, at);
}

bool CountryLexicon::looks_right(const Form& form, std::string_view text, const TokenList& words,
                                 std::size_t at) const
{
    const FormDemands& demands = form.demands;
    for (std::size_t i = 0; i < form.size; ++i) {
        const std::string_view word = written_word(text, words.tokens[at + i]);
        const unsigned bit = 1U << i;
        if ((demands.initials & bit) != 0 && !begins_with_capital(word)) { return false; }
        if ((demands.capitals & bit) != 0 && has_small_letter(word)) { return false; }
        if (demands.exact && word != written_word(text_, tokens_.tokens[form.first_word + i])) {
            return false;
        }
    }
    const Token& last = words.tokens[at + form.size - 1];
    if (demands.possessive && possessive_size(raw_word(text, last)) == 0) { return false; }
    if (demands.pointed && (last.end >= text.size() || text[last.end] != '.')) { return false; }
    if (!demands.behind_comma) { return true; }
    if (at == 0) { return false; }
    const Token& before = words.tokens[at - 1];
    return gap_between(text, before, words.tokens[at]) == ", " &&
           begins_with_capital(written_word(text, before));
}

}  // namespace dateline::indexer
