// field:value: articles with a person, country, source, language, author, host, id or date.
#include "common/countries/countries_named.hpp"
#include "common/country.hpp"
#include "common/storage/terms.hpp"
#include "common/text/language.hpp"
#include "common/text/number.hpp"
#include "common/text/utf8.hpp"
#include "common/url.hpp"
#include "searcher/match/columns.hpp"
#include "searcher/match/combine.hpp"
#include "searcher/match/mention_places.hpp"
#include "searcher/query/named_groups.hpp"
#include "searcher/query/operator.hpp"
#include "searcher/query/surfaces.hpp"

#include <algorithm>
#include <map>

namespace dateline::searcher {
namespace {

/// Up to so many names are looked up in the postings; more are checked in the columns.
constexpr std::size_t kMaxNameTerms = 64;

Failure no_such_value(const QuerySpec& query, const std::string& what, std::string hint)
{
    auto failure =
        fail(ErrorKind::QuerySyntax, "'" + query.text + "' is no " + what, std::move(hint));
    failure.error.offset = query.offset;
    return failure;
}

/// What is said of a value that stands for several: "'lopez' means A, B and 3 others".
void note_meanings(const QuerySpec& query, const std::vector<std::string>& meanings,
                   Planner& planner)
{
    constexpr std::size_t kMostNamed = 3;
    if (meanings.size() < 2) { return; }
    std::string text = "'" + std::string{field(query.field).name} + ":" + query.text + "' means ";
    const std::size_t named = std::min(meanings.size(), kMostNamed);
    for (std::size_t i = 0; i < named; ++i) {
        const bool is_last = i + 1 == meanings.size();
        text += (i == 0 ? "" : is_last ? " and " : ", ") + meanings[i];
    }
    const std::size_t others = meanings.size() - named;
    if (others > 0) {
        text += " and " + with_commas(others) + (others == 1 ? " other" : " others");
    }
    planner.note(std::move(text));
}

/// A name of live articles as it is shown.
struct Meaning {
    std::string shown{};
    std::uint64_t articles = 0;  ///< of all its spellings
};

/// What the ledger says that somebody is, in brackets.
std::string role_of(const NameColumn& names, std::uint32_t shown)
{
    if (names.changes() == nullptr || shown < names.size()) { return {}; }
    const LedgerRow& row = names.changes()->rows()[shown - names.size()];
    return row.roles.empty() ? "" : " (" + std::string{row.roles.front().title} + ")";
}

/// What is said of a name: whom it means, if these are several or one who is shown otherwise.
void note_people(const QuerySpec& query, std::vector<Meaning> live, Planner& planner)
{
    std::stable_sort(live.begin(), live.end(),
                     [](const Meaning& a, const Meaning& b) { return a.articles > b.articles; });
    std::vector<std::string> meanings;
    for (Meaning& meaning : live) { meanings.push_back(std::move(meaning.shown)); }
    note_meanings(query, meanings, planner);
    if (meanings.size() == 1 && !has_all(meanings.front(), surfaces_of(query.text))) {
        planner.note("'" + std::string{field(query.field).name} + ":" + query.text + "' means " +
                     meanings.front());
    }
}

/// Every name that contains the words in any of its spellings.
Result<PlanNode> plan_name(const QuerySpec& query, Planner& planner)
{
    const NameColumn& names = planner.snapshot().names().of(query.field);
    const auto groups = groups_named(names, query.text, planner.deadline());
    if (!groups) { return planner.out_of_time(); }
    PlanNode node;
    std::vector<bool> ordinals(names.size());
    std::map<std::uint32_t, Meaning> meanings;  // by group
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        const std::uint32_t group = names.group(i);
        if (group >= names.size() || !(*groups)[group]) { continue; }
        ordinals[i] = true;
        const std::string_view spelling = names.spelling(i);
        node.values.emplace_back(spelling);
        node.terms.push_back(keyword_term(query.field, spelling));
        if (names.articles(i) == 0) { continue; }
        Meaning& meaning = meanings[group];
        if (meaning.articles == 0) {
            const std::uint32_t shown = names.shown(i);
            meaning.shown = std::string{names.spelling(shown)} + role_of(names, shown);
        }
        meaning.articles += names.articles(i);
    }
    std::sort(node.terms.begin(), node.terms.end());
    node.terms.erase(std::unique(node.terms.begin(), node.terms.end()), node.terms.end());
    std::vector<Meaning> live;
    for (auto& [group, meaning] : meanings) { live.push_back(std::move(meaning)); }
    note_people(query, std::move(live), planner);
    if (node.terms.size() > kMaxNameTerms) {
        node.ordinals = std::make_shared<const std::vector<bool>>(std::move(ordinals));
    }
    return node;
}

PlanNode one_value(const QuerySpec& query, std::string value)
{
    return {.terms = {keyword_term(query.field, value)}, .values = {std::move(value)}};
}

/// A host as the index has it: https://www.example.org/a is on example.org.
Result<PlanNode> plan_host(const QuerySpec& query, Planner& planner)
{
    const bool is_address = query.text.find("://") != std::string::npos;
    std::string host = host_of(canonical_url((is_address ? "" : "https://") + query.text));
    if (host.empty()) { return no_such_value(query, "host", "write host:example.org"); }
    if (host != fold(query.text)) {
        planner.note("'host:" + query.text + "' read as host:" + host);
    }
    return one_value(query, std::move(host));
}

/// Each word of a byline is a term; all must be there.
Result<PlanNode> plan_byline(const QuerySpec& query)
{
    PlanNode node;
    for (const std::string& word : surfaces_of(query.text)) {
        node.words.push_back({.terms = {safe_term(field(FieldId::Byline).prefix, word)}});
    }
    return node;
}

/// One word of what stands around articles, whatever its ending.
PlanNode plan_stems(const QuerySpec& query, Planner& planner)
{
    PlanNode node;
    for (PlannedWord& word : planner.words_of(query.text, query.field)) {
        node.words.push_back({.terms = std::move(word.terms)});
    }
    return node;
}

Result<PlanNode> plan_country(const QuerySpec& query, Planner& planner)
{
    PlanNode node;
    std::vector<std::string> meanings;
    for (std::string& code : countries_named(query.text)) {
        node.terms.push_back(keyword_term(query.field, code));
        meanings.push_back(country_name(code));
        node.values.push_back(std::move(code));
    }
    if (node.terms.empty()) {
        const std::string near = country_name_near(query.text);
        return no_such_value(query, "country",
                             (near.empty() ? "" : "did you mean '" + near + "'? ") +
                                 "write country:VE, country:venezuelan or country:\"south korea\"");
    }
    note_meanings(query, meanings, planner);
    return node;
}

Result<PlanNode> plan_value(const QuerySpec& query, Planner& planner)
{
    switch (query.field) {
        case FieldId::Person:
        case FieldId::Source:
            return plan_name(query, planner);
        case FieldId::Byline:
            return plan_byline(query);
        case FieldId::Furniture:
            return plan_stems(query, planner);
        case FieldId::Id:
            return PlanNode{.terms = {id_term(query.text)}};
        case FieldId::Host:
            return plan_host(query, planner);
        case FieldId::Country:
        case FieldId::Named:
        case FieldId::About:
            return plan_country(query, planner);
        case FieldId::Language: {
            std::string code = fold(query.text) == kUnknownLanguage ? std::string{kUnknownLanguage}
                                                                    : language_code(query.text);
            if (code.empty()) {
                return no_such_value(query, "language", "write lang:es or lang:spanish");
            }
            return one_value(query, std::move(code));
        }
        case FieldId::Body:
        case FieldId::Title:
        case FieldId::Lead:
        case FieldId::Date:
        case FieldId::Mentions:
            break;  // words and days are leaves of their own
    }
    return PlanNode{};
}

PlacesPtr places_of_names(const PlanNode& node, const SegmentView& view)
{
    return mention_places(view.segment, node.field, node.values, view.failure);
}

MatchesPtr open_value(const PlanNode& node, const SegmentView& view)
{
    if (!node.words.empty()) { return open_words(node.words, view); }
    if (node.ordinals) {
        return match_ordinals(view.segment, node.field, node.ordinals, view.deadline);
    }
    return match_terms(view.segment, node.terms, {}, view.deadline);
}

void highlight_value(const PlanNode& node, const ArticleView& article, Highlights& highlights)
{
    const FieldId marked = holds_countries(node.field) ? FieldId::Country : node.field;
    for (const Mention& mention : article.analyzed.mentions) {
        if (node.field == FieldId::Named && !names_country(mention)) { continue; }
        if (mention.field != marked || mention.where == FieldId::Id) { continue; }
        if (std::binary_search(node.values.begin(), node.values.end(), mention.value)) {
            highlights.add({mention.where, mention.begin, mention.end, node.number});
        }
    }
}

}  // namespace

extern const Operator value_operator{
    .name = "value",
    .symbols = "",
    .example = "person:maduro country:VE",
    .summary = "articles with this person, country, source, lang, byline, host, id or furniture",
    .plan = plan_value,
    .open = open_value,
    .places = places_of_names,
    .highlight = highlight_value,
};

}  // namespace dateline::searcher
