#include "common/countries/countries_named.hpp"

#include "common/countries/country_forms.hpp"
#include "common/country.hpp"
#include "common/text/edit_distance.hpp"
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

    /// The nearest of the forms, on a tie the first in byte order; "" if all are too far.
    [[nodiscard]] std::string nearest(const std::string& key, std::size_t most) const
    {
        EditDistance distance{code_points(key), most};
        std::size_t least = most + 1;
        std::string nearest;
        for (const auto& [form, codes] : codes_) {
            const std::size_t edits = codes.empty() ? most + 1 : distance.to(code_points(form));
            if (edits < least || (edits == least && edits <= most && form < nearest)) {
                least = edits;
                nearest = form;
            }
        }
        return nearest;
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

const FormTable& forms()
{
    static const FormTable table;
    return table;
}

}  // namespace

std::vector<std::string> countries_named(std::string_view text)
{
    constexpr std::size_t kLongest = 512;  // no form is longer
    if (text.empty() || text.size() > kLongest) { return {}; }
    const bool is_code = text.size() <= 3;
    if (is_code) {
        if (auto code = country_code(text)) { return {*std::move(code)}; }
    }
    auto codes = forms().find(key_of(text));
    if (!codes.empty()) { return codes; }
    if (auto code = country_code(text)) { return {*std::move(code)}; }
    return {};
}

std::string country_name_near(std::string_view text)
{
    constexpr std::size_t kShortest = 5;  // of a shorter one, too many are near
    constexpr std::size_t kLongest = 64;
    const std::string key = key_of(text);
    if (key.size() <= kShortest || key.size() > kLongest) { return {}; }
    std::string name = forms().nearest(key, key.size() > 2 * kShortest ? 2 : 1);
    if (!name.empty()) { name.pop_back(); }  // the blank behind its last word
    return name;
}

}  // namespace dateline
