#include "indexer/segment/document.hpp"

#include "common/schema/about.hpp"
#include "common/storage/bodies.hpp"
#include "common/storage/terms.hpp"
#include "common/storage/tokens.hpp"
#include "common/url.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kNoTerm = std::numeric_limits<std::uint32_t>::max();

/// The different values that an article's marks have for a field.
std::set<std::string_view> values_of(const AnalyzedArticle& analyzed, FieldId field)
{
    std::set<std::string_view> values;
    for (const Mention& mention : analyzed.mentions) {
        if (mention.field == field) { values.insert(mention.value); }
    }
    return values;
}

}  // namespace

void DocumentMaker::Counts::add(std::uint32_t stem, std::size_t stem_count, std::uint32_t weight)
{
    if (stem >= by_stem.size()) { by_stem.resize(stem_count * 2); }
    if (by_stem[stem] == 0) { touched.push_back(stem); }
    by_stem[stem] += weight;
}

void DocumentMaker::add_words(const TokenList& words, std::uint32_t language, std::uint32_t weight,
                              bool is_title, std::vector<std::uint32_t>& codes)
{
    const auto numbers = lexicon_.numbers(words, article_);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const Break before = words.tokens[i].before;
        if (before == Break::Sentence) { codes.push_back(kSentenceMark); }
        if (before == Break::Paragraph) { codes.push_back(kParagraphMark); }
        const std::uint32_t number = numbers[i];
        codes.push_back(kFirstWord + number);
        const auto count = [&](std::uint32_t stem) {
            text_.add(stem, lexicon_.stem_count(), weight);
            if (is_title) { title_.add(stem, lexicon_.stem_count(), 1); }
        };
        count(lexicon_.stem(language, number));
        if (lexicon_.is_united_states(number)) { count(lexicon_.plain_us_stem(language)); }
    }
}

void DocumentMaker::add_stems(Counts& counts, std::string_view prefix, bool weighted)
{
    counts.terms.resize(lexicon_.stem_count(), kNoTerm);
    for (const std::uint32_t stem : counts.touched) {
        std::uint32_t& term = counts.terms[stem];
        if (term == kNoTerm) { term = inverter_.term(safe_term(prefix, lexicon_.stem_text(stem))); }
        inverter_.add(term, weighted ? counts.by_stem[stem] : 0);
        counts.by_stem[stem] = 0;
    }
    counts.touched.clear();
}

void DocumentMaker::add_field_terms(const AnalyzedArticle& analyzed,
                                    const std::vector<std::string_view>& about)
{
    const Article& article = analyzed.article;
    const auto add = [this](std::string term) {
        inverter_.add(inverter_.term(std::move(term)), 0);
    };
    add(id_term(article.id));
    if (article.date) {
        for (std::string& term : date_terms(FieldId::Date, *article.date)) { add(std::move(term)); }
    }
    for (const std::string_view value : values_of(analyzed, FieldId::Mentions)) {
        const auto date = parse_date(value);
        if (!date) { continue; }
        for (std::string& term : date_terms(FieldId::Mentions, *date)) { add(std::move(term)); }
    }
    for (const FieldId id : {FieldId::Person, FieldId::Country}) {
        for (const std::string_view value : values_of(analyzed, id)) {
            add(keyword_term(id, value));
        }
    }
    std::set<std::string_view> named;
    for (const Mention& mention : analyzed.mentions) {
        if (names_country(mention) && named.insert(mention.value).second) {
            add(keyword_term(FieldId::Named, mention.value));
        }
    }
    for (const std::string_view code : about) { add(keyword_term(FieldId::About, code)); }
    if (!article.source.empty()) { add(keyword_term(FieldId::Source, article.source)); }
    add(keyword_term(FieldId::Language, article.language));
    if (const std::string host = host_of(article.url); !host.empty()) {
        add(keyword_term(FieldId::Host, host));
    }
    TokenList words;
    for (const std::string& name : article.byline) {
        tokenize(name, words);
        for (const Token& token : words.tokens) {
            add(safe_term(field(FieldId::Byline).prefix, words.surface(token)));
        }
    }
}

/// Each stem once: how often a word stands in furniture says nothing.
void DocumentMaker::add_furniture_terms(const Article& article)
{
    if (article.furniture.empty()) { return; }
    tokenize(article.furniture, furniture_words_);
    std::set<std::string> stems;
    for (const Token& token : furniture_words_.tokens) {
        const std::string_view surface = furniture_words_.surface(token);
        for (std::string& stem : stemmer_.stems_of_token(surface, article.language)) {
            stems.insert(std::move(stem));
        }
    }
    for (const std::string& stem : stems) {
        inverter_.add(inverter_.term(safe_term(field(FieldId::Furniture).prefix, stem)), 0);
    }
}

void DocumentMaker::add_names(const AnalyzedArticle& analyzed,
                              const std::vector<std::string_view>& about, ColumnRow& row)
{
    const auto add = [&](FieldId id, std::string_view value) {
        if (!value.empty()) {
            row.ordinals[ordinal_column(id)].push_back(names_.ordinal(id, value));
        }
    };
    for (const FieldId id : {FieldId::Person, FieldId::Country}) {
        for (const std::string_view value : values_of(analyzed, id)) { add(id, value); }
    }
    for (const std::string_view code : about) { add(FieldId::About, code); }
    for (const std::string& name : analyzed.article.byline) { add(FieldId::Byline, name); }
    add(FieldId::Source, analyzed.article.source);
    add(FieldId::Language, analyzed.article.language);
    for (auto& ordinals : row.ordinals) {
        std::sort(ordinals.begin(), ordinals.end());
        ordinals.erase(std::unique(ordinals.begin(), ordinals.end()), ordinals.end());
    }
}

IndexedArticle DocumentMaker::make(const AnalyzedArticle& analyzed, const TokenList& title,
                                   const TokenList& body, std::uint32_t number)
{
    const Article& article = analyzed.article;
    article_ = number;
    IndexedArticle indexed;
    indexed.codes.reserve(body.tokens.size() + body.tokens.size() / 8);
    const std::uint32_t language = lexicon_.language(article.language);
    if (!article.title_derived) {
        add_words(title, language, kTitleWeight, true, indexed.codes);
        indexed.row.length =
            static_cast<std::uint32_t>(title.tokens.size()) * std::uint32_t{kTitleWeight};
    }
    indexed.codes.push_back(kBodyMark);
    add_words(body, language, 1, false, indexed.codes);
    indexed.row.length += static_cast<std::uint32_t>(body.tokens.size());
    indexed.row.date = article.date;
    indexed.row.hash = content_hash(article);
    add_stems(text_, "", true);
    add_stems(title_, field(FieldId::Title).prefix, false);
    const auto about = countries_about(analyzed);
    add_field_terms(analyzed, about);
    add_furniture_terms(article);
    inverter_.end_article();
    add_names(analyzed, about, indexed.row);
    return indexed;
}

}  // namespace dateline::indexer
