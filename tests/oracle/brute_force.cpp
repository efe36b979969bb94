#include "tests/oracle/brute_force.hpp"

#include "common/country.hpp"
#include "common/storage/names.hpp"
#include "common/text/language.hpp"
#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"
#include "common/url.hpp"

#include <algorithm>

namespace dateline::tests {
namespace {

using searcher::QuerySpec;

std::vector<std::string> surfaces(std::string_view text, TextOrigin origin)
{
    TokenList list;
    tokenize(text, list, origin);
    std::vector<std::string> words;
    for (const Token& token : list.tokens) { words.emplace_back(list.surface(token)); }
    return words;
}

std::set<std::string> words_of(std::string_view text)
{
    const auto words = surfaces(text, TextOrigin::Query);
    return {words.begin(), words.end()};
}

bool contains_all(const std::set<std::string>& words, const std::set<std::string>& wanted)
{
    return std::includes(words.begin(), words.end(), wanted.begin(), wanted.end());
}

/// The values of a field as articles have them.
std::vector<std::string> values_of(const AnalyzedArticle& analyzed, FieldId field)
{
    const Article& article = analyzed.article;
    switch (field) {
        case FieldId::Source:
            return article.source.empty() ? std::vector<std::string>{}
                                          : std::vector{article.source};
        case FieldId::Language:
            return {article.language};
        case FieldId::Byline:
            return article.byline;
        case FieldId::Host: {
            const std::string host = host_of(article.url);
            return host.empty() ? std::vector<std::string>{} : std::vector{host};
        }
        case FieldId::Id:
            return {article.id};
        default:
            break;
    }
    std::vector<std::string> values;
    for (const Mention& mention : analyzed.mentions) {
        if (mention.field == field) { values.push_back(mention.value); }
    }
    return values;
}

bool matches_value(const QuerySpec& query, const AnalyzedArticle& analyzed)
{
    const auto values = values_of(analyzed, query.field);
    const auto any = [&values](auto test) {
        return std::any_of(values.begin(), values.end(), test);
    };
    switch (query.field) {
        case FieldId::Person:
        case FieldId::Source: {
            const auto wanted = words_of(query.text);
            return any([&](const std::string& v) { return contains_all(words_of(v), wanted); });
        }
        case FieldId::Byline: {
            std::set<std::string> all;
            for (const std::string& name : values) { all.merge(words_of(name)); }
            return contains_all(all, words_of(query.text));
        }
        case FieldId::Country: {
            const auto code = country_code(query.text);
            return any([&](const std::string& v) { return code && v == *code; });
        }
        case FieldId::Language:
            return any([&](const std::string& v) {
                return v == query.text || v == language_code(query.text);
            });
        case FieldId::Mentions:
            return any([&](const std::string& v) { return v.starts_with(query.text); });
        default:
            return any([&](const std::string& v) { return v == query.text; });
    }
}

bool matches_days(const QuerySpec& query, const Article& article)
{
    if (!query.days) { return !article.date; }
    if (!article.date) { return false; }
    const DayRange days = days_of(*article.date);
    return days.first >= query.days->first && days.last <= query.days->last;
}

/// Whether somewhere in `text` each word has a stem that the query's word has, in a row.
bool stands_in(const std::vector<std::set<std::string>>& text,
               const std::vector<std::vector<std::string>>& wanted)
{
    for (std::size_t at = 0; at + wanted.size() <= text.size(); ++at) {
        bool all = true;
        for (std::size_t i = 0; i < wanted.size() && all; ++i) {
            all = std::any_of(wanted[i].begin(), wanted[i].end(),
                              [&](const std::string& stem) { return text[at + i].contains(stem); });
        }
        if (all) { return true; }
    }
    return false;
}

}  // namespace

BruteForce::BruteForce(std::vector<AnalyzedArticle> articles)
{
    std::set<std::string> languages;
    for (AnalyzedArticle& analyzed : articles) {
        const std::string id = analyzed.article.id;
        languages.insert(analyzed.article.language);
        OracleArticle article;
        const auto stems = [&](const std::string& text) {
            std::vector<std::set<std::string>> words;
            for (const std::string& surface : surfaces(text, TextOrigin::Article)) {
                const auto all = stemmer_.stems_of_token(surface, analyzed.article.language);
                words.emplace_back(all.begin(), all.end());
            }
            return words;
        };
        if (!analyzed.article.title_derived) {
            article.title_stems = stems(analyzed.article.title);
        }
        article.body_stems = stems(analyzed.article.body);
        article.analyzed = std::move(analyzed);
        articles_[id] = std::move(article);
    }
    languages_.assign(languages.begin(), languages.end());
}

bool BruteForce::matches_text(const QuerySpec& query, const OracleArticle& article)
{
    std::vector<std::vector<std::string>> wanted;
    for (const std::string& surface : surfaces(query.text, TextOrigin::Query)) {
        wanted.push_back(stemmer_.stems_of_query(surface, languages_));
    }
    return stands_in(article.title_stems, wanted) ||
           (query.field == FieldId::Body && stands_in(article.body_stems, wanted));
}

bool BruteForce::matches(const QuerySpec& query, const OracleArticle& article)
{
    const auto part_matches = [&](const QuerySpec& part) { return matches(part, article); };
    if (query.op == "and") {
        return std::all_of(query.parts.begin(), query.parts.end(), part_matches);
    }
    if (query.op == "or") {
        return std::any_of(query.parts.begin(), query.parts.end(), part_matches);
    }
    if (query.op == "not") { return !matches(query.parts.front(), article); }
    if (query.op == "everything") { return true; }
    if (query.op == "days") { return matches_days(query, article.analyzed.article); }
    if (query.op == "value") { return matches_value(query, article.analyzed); }
    return matches_text(query, article);
}

std::set<std::string> BruteForce::matches(const QuerySpec& query)
{
    std::set<std::string> ids;
    for (const auto& [id, article] : articles_) {
        if (matches(query, article)) { ids.insert(id); }
    }
    return ids;
}

std::string facet_key(FieldId field, const std::string& value)
{
    return field == FieldId::Date ? value : name_key(value);
}

std::map<std::string, std::uint64_t> BruteForce::facet(const std::set<std::string>& ids,
                                                       FieldId field) const
{
    std::map<std::string, std::uint64_t> counts;
    for (const std::string& id : ids) {
        const AnalyzedArticle& analyzed = articles_.at(id).analyzed;
        std::set<std::string> keys;
        if (field == FieldId::Date) {
            const auto& date = analyzed.article.date;
            keys.insert(date ? to_string(*date).substr(0, 7) : "undated");
        } else {
            for (const std::string& value : values_of(analyzed, field)) {
                keys.insert(facet_key(field, value));
            }
        }
        for (const std::string& key : keys) { ++counts[key]; }
    }
    return counts;
}

}  // namespace dateline::tests
