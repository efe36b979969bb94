#include "common/countries/countries_named.hpp"

#include "common/countries/country_forms.hpp"
#include "common/country.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <unordered_map>

namespace dateline {
namespace {

/// What two spellings of a name have in common: the surface forms of its words.
std::string key_of(std::string_view text)
{
    TokenList tokens;
    tokenize(text, tokens, TextOrigin::Query);
    std::string key;
    for (const Token& token : tokens.tokens) { key += std::string{tokens.surface(token)} + ' '; }
    return key;
}

template <class See>
void each_part(std::string_view list, char divider, const See& see)
{
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(divider), list.size());
        if (end > 0) { see(list.substr(0, end)); }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

class FormTable {
  public:
    FormTable()
    {
        for (const LanguageForms* language : country_languages()) {
            for (const CountryForms& country : language->countries) {
                for (const std::string_view forms : {country.names, country.demonyms}) {
                    each_part(forms, '|', [&](std::string_view form) {
                        add_form(form, *language, country.codes);
                    });
                }
            }
        }
    }

    [[nodiscard]] std::vector<std::string> find(const std::string& key) const
    {
        const auto known = codes_.find(key);
        return known == codes_.end() ? std::vector<std::string>{} : known->second;
    }

  private:
    /// With each of the endings that its mark stands for.
    void add_form(std::string_view form, const LanguageForms& language, std::string_view codes)
    {
        if (form.front() == '=' || form.front() == ',') { form.remove_prefix(1); }
        const std::size_t tilde = form.find('~');
        if (tilde == std::string_view::npos) { return add_key(std::string{form}, codes); }
        const std::string stem{form.substr(0, tilde)};
        for (const FormEndings& endings : language.endings) {
            if (endings.mark != form.substr(tilde)) { continue; }
            add_key(stem, codes);
            each_part(endings.endings, '|',
                      [&](std::string_view ending) { add_key(stem + std::string{ending}, codes); });
        }
    }

    /// Words that mean several countries in one language and one of them in another mean all of
    /// them; "-" stands for none.
    void add_key(const std::string& form, std::string_view codes)
    {
        std::vector<std::string>& known = codes_[key_of(form)];
        each_part(codes, ',', [&known](std::string_view code) {
            const bool is_new = std::find(known.begin(), known.end(), code) == known.end();
            if (code != "-" && is_new) { known.emplace_back(code); }
        });
    }

    std::unordered_map<std::string, std::vector<std::string>> codes_{};
};

}  // namespace

std::vector<std::string> countries_named(std::string_view text)
{
    constexpr std::size_t kLongest = 512;  // no form is longer
    if (text.empty() || text.size() > kLongest) { return {}; }
    const bool is_code = text.size() <= 3;
    if (is_code) {
        if (auto code = country_code(text)) { return {*std::move(code)}; }
    }
    static const FormTable table;
    auto codes = table.find(key_of(text));
    if (!codes.empty()) { return codes; }
    if (auto code = country_code(text)) { return {*std::move(code)}; }
    return {};
}

}  // namespace dateline
