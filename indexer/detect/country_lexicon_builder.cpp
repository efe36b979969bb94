#include "indexer/detect/country_lexicon_builder.hpp"

#include "common/text/utf8.hpp"
#include "indexer/detect/written_words.hpp"

#include <algorithm>
#include <array>
#include <unicode/locid.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <utility>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMaxFormWords = 16;  // the bits of FormDemands

/// Calls `use` with each part of a list.
template <class Use>
void for_each_part(std::string_view list, char separator, Use use)
{
    for (;;) {
        const std::size_t end = list.find(separator);
        use(list.substr(0, end));
        if (end == std::string_view::npos) { return; }
        list.remove_prefix(end + 1);
    }
}

const LanguageForms* find_forms(std::string_view language)
{
    const auto all = country_languages();
    const auto found = std::find_if(all.begin(), all.end(), [language](const LanguageForms* forms) {
        return forms->language == language;
    });
    return found == all.end() ? nullptr : *found;
}

/// The languages that CLDR has names in, sorted.
const std::vector<std::string>& cldr_languages()
{
    static const std::vector<std::string> languages = [] {
        std::vector<std::string> names;
        std::int32_t count = 0;
        const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
        names.reserve(static_cast<std::size_t>(count));
        for (std::int32_t i = 0; i < count; ++i) { names.emplace_back(locales[i].getLanguage()); }
        std::sort(names.begin(), names.end());
        names.erase(std::unique(names.begin(), names.end()), names.end());
        return names;
    }();
    return languages;
}

/// The name of a region as ICU has it; "" if there is none.
std::string region_name(const ULocaleDisplayNames* names, const char* region)
{
    std::array<UChar, 256> buffer{};
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t size = uldn_regionDisplayName(
        names, region, buffer.data(), static_cast<std::int32_t>(buffer.size()), &status);
    if (U_FAILURE(status) || size <= 0) { return {}; }
    std::string name;
    icu::UnicodeString{buffer.data(), size}.toUTF8String(name);
    return name;
}

}  // namespace

bool CountryLexiconBuilder::knows(std::string_view language)
{
    if (find_forms(language) != nullptr) { return true; }
    const auto& known = cldr_languages();
    return std::binary_search(known.begin(), known.end(), language);
}

std::unique_ptr<const CountryLexicon> CountryLexiconBuilder::build(std::string_view language)
{
    static constexpr LanguageForms kNoForms{};
    const LanguageForms& english = *country_languages().front();
    const LanguageForms* found = find_forms(language);
    const LanguageForms& own = found == nullptr ? kNoForms : *found;

    CountryLexiconBuilder builder;
    builder.number_of("-");
    builder.add_places_and_names(own);
    if (&own != &english) {
        builder.add_cldr(std::string{language}, own);
        if (language == "zh") { builder.add_cldr("zh_Hant", own); }
    }
    builder.add_demonyms_and_capitals(own);
    if (&own != &english) { builder.add_international(english); }
    builder.finish();
    return std::move(builder.lexicon_);
}

void CountryLexiconBuilder::add_places_and_names(const LanguageForms& language)
{
    for (const PlaceForms& row : language.places) { add(language, row.kind, row.codes, row.forms); }
    for (const CountryForms& row : language.countries) {
        add(language, FormKind::Name, row.codes, row.names);
    }
}

void CountryLexiconBuilder::add_demonyms_and_capitals(const LanguageForms& language)
{
    for (const CountryForms& row : language.countries) {
        add(language, FormKind::Demonym, row.codes, row.demonyms);
        add(language, FormKind::Capital, row.codes, row.capitals);
    }
}

void CountryLexiconBuilder::add_international(const LanguageForms& language)
{
    for (const PlaceForms& row : language.places) {
        // A state's abbreviation is a word of another language: ", La".
        if (row.forms.front() != ',') { add(language, row.kind, row.codes, row.forms); }
    }
    for (const CountryForms& row : language.countries) {
        add(language, FormKind::Name, row.codes, row.names);
        add(language, FormKind::Capital, row.codes, row.capitals);
    }
}

void CountryLexiconBuilder::add_cldr(const std::string& locale, const LanguageForms& language)
{
    for (UDisplayContext length : {UDISPCTX_LENGTH_FULL, UDISPCTX_LENGTH_SHORT}) {
        UErrorCode status = U_ZERO_ERROR;
        ULocaleDisplayNames* names = uldn_openForContext(locale.c_str(), &length, 1, &status);
        if (U_FAILURE(status)) { continue; }
        for (const char* const* region = uloc_getISOCountries(); *region != nullptr; ++region) {
            std::string name = region_name(names, *region);
            if (name != *region) { add_cldr_name(language, *region, std::move(name)); }
        }
        uldn_close(names);
    }
}

void CountryLexiconBuilder::add_cldr_name(const LanguageForms& language, std::string_view region,
                                          std::string name)
{
    // No countries; and islands that are called a meeting or a shirt.
    constexpr std::string_view kLeftOut = "DG EA IC RE JE";
    if (kLeftOut.find(region) != std::string_view::npos) { return; }
    for (const std::string_view bracket : {" (", "（"}) {
        name.resize(std::min(name.find(bracket), name.size()));
    }
    if (name.empty()) { return; }
    // Without its accents, so short a name is a word of the language: Vietnamese "Áo".
    FormDemands demands;
    demands.exact = fold(name).size() < 4;
    add_with_prefixes(language, {std::move(name), FormKind::Name, choice_of(region), demands});
}

void CountryLexiconBuilder::add(const LanguageForms& language, FormKind kind,
                                std::string_view codes, std::string_view forms)
{
    const CodeChoice choice = choice_of(codes);
    for_each_part(forms, '|', [&](std::string_view form) {
        if (form.empty()) { return; }
        FormDemands demands;
        demands.exact = form.front() == '=';
        demands.behind_comma = form.front() == ',';
        if (demands.exact || demands.behind_comma) { form.remove_prefix(1); }
        add_with_endings(language, form, {{}, kind, choice, demands});
    });
}

void CountryLexiconBuilder::add_with_endings(const LanguageForms& language, std::string_view form,
                                             Draft draft)
{
    const std::size_t stem = form.find('~');
    if (stem == std::string_view::npos) {
        draft.written = form;
        return add_with_prefixes(language, std::move(draft));
    }
    const std::string_view mark = form.substr(stem);
    for (const FormEndings& row : language.endings) {
        if (row.mark != mark) { continue; }
        for_each_part(row.endings, '|', [&](std::string_view ending) {
            draft.written = std::string{form.substr(0, stem)}.append(ending);
            add_with_prefixes(language, draft);
        });
    }
}

void CountryLexiconBuilder::add_with_prefixes(const LanguageForms& language, Draft draft)
{
    for (const FormPrefix& row : language.prefixes) {
        if (!draft.written.starts_with(row.from)) { continue; }
        Draft prefixed = draft;
        prefixed.written.replace(0, row.from.size(), row.to);
        drafts_.push_back(std::move(prefixed));
    }
    drafts_.push_back(std::move(draft));
}

CodeChoice CountryLexiconBuilder::choice_of(std::string_view codes)
{
    CodeChoice choice;
    if (codes.empty()) { return choice; }
    for_each_part(codes, ',', [&](std::string_view code) {
        if (choice.size < kMaxChoices) { choice.codes[choice.size++] = number_of(code); }
    });
    return choice;
}

CodeId CountryLexiconBuilder::number_of(std::string_view code)
{
    const auto next = static_cast<CodeId>(lexicon_->codes_.size());
    const auto [at, is_new] = lexicon_->numbers_.try_emplace(std::string{code}, next);
    if (is_new) { lexicon_->codes_.emplace_back(code); }
    return at->second;
}

void CountryLexiconBuilder::finish()
{
    std::vector<std::size_t> ends;
    for (const Draft& draft : drafts_) {
        lexicon_->text_ += draft.written;
        lexicon_->text_ += "\n\n";
        ends.push_back(lexicon_->text_.size());
    }
    tokenize(lexicon_->text_, lexicon_->tokens_, TextOrigin::Query);
    const std::span<const Token> tokens{lexicon_->tokens_.tokens};
    std::size_t at = 0;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
        const std::size_t first = at;
        while (at < tokens.size() && tokens[at].begin < ends[i]) { ++at; }
        add_form(drafts_[i], tokens.subspan(first, at - first), static_cast<std::uint32_t>(first));
    }
    sort_forms();
}

void CountryLexiconBuilder::add_form(const Draft& draft, std::span<const Token> tokens,
                                     std::uint32_t first)
{
    if (tokens.empty() || tokens.size() > kMaxFormWords) { return; }
    Form form{.first_word = first,
              .size = static_cast<std::uint16_t>(tokens.size()),
              .kind = draft.kind,
              .demands = draft.demands,
              .choice = draft.choice};
    const std::string_view text = lexicon_->text_;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string_view word = written_word(text, tokens[i]);
        const unsigned bit = 1U << i;
        if (begins_with_capital(word)) {
            form.demands.initials = static_cast<std::uint16_t>(form.demands.initials | bit);
        }
        if (is_all_capitals(word)) {
            form.demands.capitals = static_cast<std::uint16_t>(form.demands.capitals | bit);
        }
    }
    form.demands.possessive = possessive_size(raw_word(text, tokens.back())) != 0;
    form.demands.pointed = text[tokens.back().end] == '.';
    lexicon_->forms_.push_back(form);
}

void CountryLexiconBuilder::sort_forms()
{
    auto& forms = lexicon_->forms_;
    const auto first_word = [this](const Form& form) {
        return lexicon_->tokens_.surface(lexicon_->tokens_.tokens[form.first_word]);
    };
    std::stable_sort(forms.begin(), forms.end(), [&](const Form& a, const Form& b) {
        const int order = first_word(a).compare(first_word(b));
        return order != 0 ? order < 0 : a.size > b.size;
    });
    for (std::uint32_t i = 0; i < forms.size(); ++i) {
        const auto at = lexicon_->by_first_word_.try_emplace(
            first_word(forms[i]), CountryLexicon::Range{.begin = i, .end = i});
        at.first->second.end = i + 1;
        lexicon_->first_words_.add(first_word(forms[i]));
    }
}

}  // namespace dateline::indexer
