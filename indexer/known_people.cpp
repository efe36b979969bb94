#include "indexer/known_people.hpp"

#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace dateline::indexer {
namespace {

std::set<std::string> words_of(std::string_view text)
{
    TokenList list;
    tokenize(text, list, TextOrigin::Query);
    std::set<std::string> words;
    for (const Token& token : list.tokens) { words.emplace(list.surface(token)); }
    return words;
}

/// By group: in how many live articles it is.
std::vector<std::uint64_t> articles_by_group(const Snapshot& snapshot)
{
    const NameColumn& names = snapshot.names().of(FieldId::Person);
    std::vector<std::uint64_t> counts(names.size());
    std::vector<std::uint64_t> last(names.size());
    std::uint64_t article = 0;
    for (const Segment& segment : snapshot.segments()) {
        for (std::size_t i = 0; i < segment.articles(); ++i) {
            if (segment.removed.contains(i)) { continue; }
            ++article;
            for (const std::uint32_t ordinal : segment.columns.ordinals(FieldId::Person, i)) {
                const std::uint32_t group = names.group(ordinal);
                if (group >= counts.size() || last[group] == article) { continue; }
                last[group] = article;
                ++counts[group];
            }
        }
    }
    return counts;
}

/// Whether a ledger's row names or denies a spelling.
bool is_of_ledger(const NameColumn& names, std::uint32_t ordinal)
{
    return names.changes() != nullptr && names.changes()->names_spelling(ordinal);
}

PersonForm form_of(const NameColumn& names, std::uint32_t ordinal)
{
    PersonForm form{.name = std::string{names.spelling(ordinal)},
                    .articles = names.articles(ordinal)};
    const GroupRuleInfo& rule = info(names.rule(ordinal));
    form.rule = rule.name;
    form.reason = rule.summary;
    if (is_of_ledger(names, ordinal)) {
        form.rule = "ledger";
        form.reason = "people.tsv says so";
    }
    return form;
}

void finish(const NameColumn& names, KnownPerson& person,
            const std::vector<std::uint32_t>& ordinals)
{
    for (const std::uint32_t ordinal : ordinals) {
        person.forms.push_back(form_of(names, ordinal));
    }
    std::stable_sort(
        person.forms.begin(), person.forms.end(),
        [](const PersonForm& a, const PersonForm& b) { return a.articles > b.articles; });
    const std::uint32_t shown = names.shown(ordinals.front());
    person.name = std::string{names.spelling(shown)};
    if (shown >= names.size()) {
        person.roles = names.changes()->rows()[shown - names.size()].roles;
    }
}

/// The groups that come first, of those that `is_wanted` has.
std::vector<std::uint32_t> first_groups(const NameColumn& names,
                                        const std::vector<std::uint64_t>& articles,
                                        const std::vector<bool>& is_wanted, std::size_t limit)
{
    std::vector<std::uint32_t> groups;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        if (articles[i] != 0 && is_wanted[i]) { groups.push_back(i); }
    }
    const auto size = static_cast<std::ptrdiff_t>(std::min(limit, groups.size()));
    std::partial_sort(groups.begin(), groups.begin() + size, groups.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                          if (articles[a] != articles[b]) { return articles[a] > articles[b]; }
                          return names.spelling(names.shown(a)) < names.spelling(names.shown(b));
                      });
    groups.resize(static_cast<std::size_t>(size));
    return groups;
}

/// A name of live articles, whatever its accents and case.
struct LiveName {
    std::uint32_t articles = 0;
    std::uint32_t best = 0;  ///< its most frequent spelling
};

std::map<std::string, LiveName> live_names(const NameColumn& names)
{
    std::map<std::string, LiveName> live;
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (names.articles(i) == 0) { continue; }
        LiveName& name =
            live.try_emplace(name_key(names.spelling(i)), LiveName{0, i}).first->second;
        name.articles += names.articles(i);
        if (names.articles(i) > names.articles(name.best)) { name.best = i; }
    }
    return live;
}

bool is_denied(const NameColumn& names, std::uint32_t a, std::uint32_t b)
{
    if (names.changes() == nullptr) { return false; }
    const auto denies = [&names](std::uint32_t person, std::uint32_t other) {
        const std::uint32_t shown = names.shown(person);
        if (shown < names.size()) { return false; }
        const auto& denied = names.changes()->rows()[shown - names.size()].not_these;
        const std::string key = name_key(names.spelling(other));
        return std::any_of(denied.begin(), denied.end(),
                           [&key](const LedgerName& name) { return name.key == key; });
    };
    return denies(a, b) || denies(b, a);
}

}  // namespace

std::vector<KnownPerson> known_people(const Snapshot& snapshot,
                                      const std::vector<std::string>& words, std::size_t limit)
{
    const NameColumn& names = snapshot.names().of(FieldId::Person);
    std::string text;
    for (const std::string& word : words) { text += ' ' + word; }
    const std::set<std::string> wanted = words_of(text);
    std::vector<bool> is_wanted(names.size(), wanted.empty());
    for (std::uint32_t i = 0; i < names.size() && !wanted.empty(); ++i) {
        const std::uint32_t group = names.group(i);
        if (group == kNobody || names.articles(i) == 0) { continue; }
        for (const std::string_view form : {names.spelling(i), names.spelling(names.shown(i))}) {
            const auto own = words_of(form);
            if (std::includes(own.begin(), own.end(), wanted.begin(), wanted.end())) {
                is_wanted[group] = true;
            }
        }
    }
    const auto articles = articles_by_group(snapshot);
    const auto groups = first_groups(names, articles, is_wanted, limit);
    std::map<std::uint32_t, std::vector<std::uint32_t>> ordinals;
    for (const std::uint32_t group : groups) { ordinals[group]; }
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (names.articles(i) == 0) { continue; }
        if (const auto of = ordinals.find(names.group(i)); of != ordinals.end()) {
            of->second.push_back(i);
        }
    }
    std::vector<KnownPerson> people;
    for (const std::uint32_t group : groups) {
        people.push_back({.articles = articles[group]});
        finish(names, people.back(), ordinals[group]);
    }
    return people;
}

std::vector<PersonProposal> proposed_people(const Snapshot& snapshot, std::size_t limit)
{
    const NameColumn& names = snapshot.names().of(FieldId::Person);
    const auto live = live_names(names);
    std::vector<CountedName> counted;
    std::vector<std::uint32_t> best;
    for (const auto& [key, name] : live) {
        counted.push_back({key, name.articles});
        best.push_back(name.best);
    }
    std::vector<NameProposal> found;
    group_people(counted, &found);
    std::sort(found.begin(), found.end(), [&](const NameProposal& a, const NameProposal& b) {
        const auto rank = [&](const NameProposal& p) {
            return std::tuple{counted[p.person].articles, counted[p.name].articles};
        };
        if (rank(a) != rank(b)) { return rank(a) > rank(b); }
        return std::tie(a.person, a.name, a.rule) < std::tie(b.person, b.name, b.rule);
    });
    std::vector<PersonProposal> proposals;
    std::map<std::uint32_t, std::size_t> place_of;  // of a person in the list
    std::set<std::uint32_t> aliases;
    for (const NameProposal& one : found) {
        const std::uint32_t name = best[one.name];
        const std::uint32_t person = names.shown(best[one.person]);
        const std::uint32_t group = names.group(best[one.person]);
        if (names.group(name) == group || group == kNobody || names.group(name) == kNobody ||
            is_denied(names, best[one.person], name) || aliases.contains(group) ||
            place_of.contains(names.group(name)) || !aliases.insert(names.group(name)).second) {
            continue;
        }
        const auto [place, is_new] = place_of.try_emplace(group, proposals.size());
        if (is_new && proposals.size() == limit) { break; }
        if (is_new) {
            proposals.push_back({.person = std::string{names.spelling(person)},
                                 .articles = counted[one.person].articles});
        }
        proposals[place->second].names.push_back({.name = std::string{names.spelling(name)},
                                                  .articles = counted[one.name].articles,
                                                  .rule = one.rule});
    }
    return proposals;
}

void add_unknown_names(const LedgerRow& row, const Snapshot& snapshot,
                       std::vector<LedgerProblem>& problems)
{
    const NameColumn& names = snapshot.names().of(FieldId::Person);
    for (const auto* list : {&row.names, &row.not_these}) {
        for (const LedgerName& name : *list) {
            const auto spellings = names.with_key(name.key);
            const bool is_there = std::any_of(spellings.begin(), spellings.end(),
                                              [&](auto i) { return names.articles(i) != 0; });
            if (is_there || (list == &row.names && &name == &row.names.front())) { continue; }
            problems.push_back(
                {row.line, "no article has the name '" + std::string{name.text} + "'"});
        }
    }
}

}  // namespace dateline::indexer
