#include "tests/oracle/brute_force.hpp"

#include "common/countries/countries_named.hpp"
#include "common/people/person_groups.hpp"
#include "common/storage/ledger.hpp"
#include "common/storage/names.hpp"
#include "common/text/language.hpp"
#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"
#include "tests/oracle/definitions.hpp"

#include <algorithm>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <tuple>

namespace dateline::tests {
namespace {

using searcher::FacetId;
using searcher::FacetKind;
using searcher::FacetWay;
using searcher::QuerySpec;

bool lies_inside(const Date& date, const DayRange& wanted)
{
    const DayRange days = days_of(date);
    return wanted.first <= days.first && days.last <= wanted.last;
}

bool matches_days(const QuerySpec& query, const AnalyzedArticle& analyzed)
{
    if (query.field == FieldId::Mentions) {
        const auto dates = values_of(analyzed, query.field);
        return std::any_of(dates.begin(), dates.end(), [&query](const std::string& date) {
            return lies_inside(*parse_date(date), *query.days);
        });
    }
    const auto& date = analyzed.article.date;
    if (!query.days) { return !date; }
    return date && lies_inside(*date, *query.days);
}

/// How many of the spans can be taken that share no word.
double count_apart(const std::set<Span>& spans)
{
    std::vector<Span> by_end{spans.begin(), spans.end()};
    std::sort(by_end.begin(), by_end.end(),
              [](const Span& a, const Span& b) { return a.second < b.second; });
    double count = 0;
    std::optional<std::size_t> last;
    for (const Span& span : by_end) {
        if (last && span.first <= *last) { continue; }
        last = span.second;
        ++count;
    }
    return count;
}

/// Whether a choice of spans, one of each part, stands as the operator wants it.
bool is_near(const QuerySpec& query, std::string_view op, std::vector<Span> chosen,
             const OracleArticle& article)
{
    if (op == "adj" && !std::is_sorted(chosen.begin(), chosen.end())) { return false; }
    std::sort(chosen.begin(), chosen.end());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        for (std::size_t word = chosen[i].first; word <= chosen[i].second; ++word) {
            const OracleWord& first = article.words[chosen[0].first];
            const OracleWord& own = article.words[word];
            if (own.where != first.where) { return false; }
            if (op == "sent" && own.sentence != first.sentence) { return false; }
            if (op == "para" && own.paragraph != first.paragraph) { return false; }
        }
        if (i == 0) { continue; }
        if (chosen[i].first <= chosen[i - 1].second) { return false; }
        const auto distance = static_cast<double>(chosen[i].first - chosen[i - 1].second);
        if ((op == "near" || op == "adj") && distance > query.number) { return false; }
    }
    return true;
}

}  // namespace

BruteForce::BruteForce(std::vector<AnalyzedArticle> articles)
{
    std::set<std::string> languages;
    for (AnalyzedArticle& analyzed : articles) {
        const std::string id = analyzed.article.id;
        languages.insert(analyzed.article.language);
        OracleArticle article;
        int sentence = 0;
        int paragraph = 0;
        const auto add = [&](const std::string& text, FieldId where) {
            TokenList list;
            tokenize(text, list);
            for (const Token& token : list.tokens) {
                sentence += token.before == Break::None ? 0 : 1;
                paragraph += token.before == Break::Paragraph ? 1 : 0;
                const std::string surface{list.surface(token)};
                const auto all = stemmer_.stems_of_token(surface, analyzed.article.language);
                article.words.push_back({surface,
                                         {all.begin(), all.end()},
                                         where,
                                         token.begin,
                                         token.end,
                                         sentence,
                                         paragraph});
            }
        };
        if (!analyzed.article.title_derived) { add(analyzed.article.title, FieldId::Title); }
        add(analyzed.article.body, FieldId::Body);
        article.analyzed = std::move(analyzed);
        articles_[id] = std::move(article);
    }
    languages_.assign(languages.begin(), languages.end());
    find_people();
}

WordTest BruteForce::looks_like(const std::string& pattern)
{
    return [wanted = points(folded(pattern))](const OracleWord& word) {
        return is_like(points(word.surface), wanted);
    };
}

/// What each word in a row has to be. Phrases of the tests have blanks around words with signs.
std::vector<WordTest> BruteForce::tests_of_text(const QuerySpec& query)
{
    if (query.op == "wildcard") { return {looks_like(query.text)}; }
    if (query.op == "fuzzy") {
        const auto word = points(joined_surfaces(query.text));
        const auto most = static_cast<std::size_t>(query.number);
        return {[=](const OracleWord& w) { return edits(points(w.surface), word) <= most; }};
    }
    std::vector<WordTest> wanted;
    std::istringstream pieces{query.text};
    for (std::string piece; pieces >> piece;) {
        if (query.op == "phrase" && piece.find_first_of("*?") != std::string::npos) {
            wanted.push_back(looks_like(piece));
            continue;
        }
        for (const std::string& surface : surfaces(piece, TextOrigin::Query)) {
            const auto stems = stemmer_.stems_of_query(surface, languages_);
            const bool is_exact = query.op == "exact";
            wanted.emplace_back([=](const OracleWord& w) {
                return is_exact ? w.surface == surface
                                : std::any_of(stems.begin(), stems.end(), [&](const auto& stem) {
                                      return w.stems.contains(stem);
                                  });
            });
        }
    }
    return wanted;
}

std::set<Span> BruteForce::spans_of_text(const QuerySpec& query, const OracleArticle& article)
{
    const std::vector<WordTest> wanted = tests_of_text(query);
    std::set<Span> found;
    const auto& words = article.words;
    const auto in_title = static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [](const auto& w) { return w.where == FieldId::Title; }));
    for (std::size_t at = 0; at + wanted.size() <= words.size(); ++at) {
        const std::size_t last = at + wanted.size() - 1;
        bool fits = words[at].where == words[last].where;
        if (query.field == FieldId::Title) { fits = fits && last < in_title; }
        if (query.field == FieldId::Lead) {
            fits = fits && at >= in_title && last < in_title + 100;
        }
        for (std::size_t i = 0; i < wanted.size() && fits; ++i) { fits = wanted[i](words[at + i]); }
        if (fits) { found.insert({at, last}); }
    }
    return found;
}

/// By rules of their own, which have tests of their own; what they are told is counted here.
void BruteForce::find_people()
{
    std::map<std::string, std::uint32_t> spellings;
    for (const auto& [id, article] : articles_) {
        std::set<std::string> values;
        for (const Mention& m : article.analyzed.mentions) {
            if (m.field == FieldId::Person) { values.insert(m.value); }
        }
        for (const std::string& value : values) { ++spellings[value]; }
    }
    std::map<std::string, std::uint32_t> articles;
    for (const auto& [spelling, count] : spellings) { articles[name_key(spelling)] += count; }
    std::vector<CountedName> names;
    for (const auto& [key, count] : articles) { names.push_back({key, count}); }
    const auto links = group_people(names);
    for (std::size_t i = 0; i < names.size(); ++i) {
        person_of_[std::string{names[i].key}] = names[links[i].person].key;
    }
    std::map<std::string, std::tuple<std::uint32_t, std::ptrdiff_t, std::string>> best;
    for (const auto& [spelling, count] : spellings) {
        const auto accented = std::count_if(spelling.begin(), spelling.end(), [](char c) {
            return static_cast<unsigned char>(c) >= 0x80U;
        });
        const std::string& person = person_of_[name_key(spelling)];
        const std::tuple own{count, accented, spelling};
        auto& known = best.try_emplace(person, own).first->second;
        const bool is_better =
            std::tie(count, accented) > std::tie(std::get<0>(known), std::get<1>(known));
        if (is_better) { known = own; }  // spellings come in byte order
    }
    for (const auto& [person, spelling] : best) {
        shown_of_[person] = name_key(std::get<2>(spelling));
    }
}

void BruteForce::apply(const std::string& text)
{
    std::vector<LedgerProblem> problems;
    const Ledger ledger = Ledger::parse(text, problems);
    if (!problems.empty()) { throw std::runtime_error{problems.front().message}; }
    const auto before = person_of_;
    const auto row_of = [&](const std::string& key) -> const LedgerRow* {
        for (const LedgerRow& row : ledger.rows()) {
            for (const LedgerName& name : row.names) {
                if (name.key == key) { return &row; }
            }
        }
        return nullptr;
    };
    const auto first_row_of = [&](const std::string& person) -> const LedgerRow* {
        for (const LedgerRow& row : ledger.rows()) {
            for (const LedgerName& name : row.names) {
                const auto known = before.find(name.key);
                if (known != before.end() && known->second == person) { return &row; }
            }
        }
        return nullptr;
    };
    for (auto& [key, person] : person_of_) {
        const LedgerRow* row = row_of(key);
        const bool is_named = row != nullptr;
        if (!is_named) { row = row_of(shown_of_[before.at(key)]); }
        if (row == nullptr) { row = first_row_of(before.at(key)); }
        if (row == nullptr) { continue; }
        const bool is_denied =
            !is_named && std::any_of(row->not_these.begin(), row->not_these.end(),
                                     [&](const auto& n) { return n.key == key; });
        person = is_denied             ? "split off: " + key
                 : row->never_a_person ? ""
                                       : "of the ledger: " + row->names.front().key;
        if (is_denied || row->never_a_person) { continue; }
        for (const LedgerName& name : row->names) { forms_[person].emplace(name.text); }
    }
    keys_.clear();
}

std::string BruteForce::key_of(FieldId field, const std::string& value) const
{
    const std::string key = name_key(value);
    if (field != FieldId::Person) { return key; }
    if (const auto known = person_of_.find(key); known != person_of_.end()) {
        return known->second;
    }
    return "of the ledger: " + key;
}

/// The keys of the names that a value stands for.
const std::set<std::string>& BruteForce::keys_of(const QuerySpec& query)
{
    const std::string name = std::string{field(query.field).name} + ':' + query.text;
    const auto [known, is_new] = keys_.try_emplace(name);
    if (!is_new) { return known->second; }
    const auto wanted = words_of(query.text);
    for (const auto& [id, other] : articles_) {
        for (const std::string& value : values_of(other.analyzed, query.field)) {
            if (contains_all(words_of(value), wanted)) {
                known->second.insert(key_of(query.field, value));
            }
        }
    }
    if (query.field != FieldId::Person) { return known->second; }
    for (const auto& [person, forms] : forms_) {
        for (const std::string& form : forms) {
            if (contains_all(words_of(form), wanted)) { known->second.insert(person); }
        }
    }
    known->second.erase("");
    return known->second;
}

bool BruteForce::matches_value(const QuerySpec& query, const AnalyzedArticle& analyzed)
{
    const auto values = values_of(analyzed, query.field);
    const auto any = [&values](auto test) {
        return std::any_of(values.begin(), values.end(), test);
    };
    switch (query.field) {
        case FieldId::Person:
        case FieldId::Source: {
            const std::set<std::string>& keys = keys_of(query);
            return any([&](const std::string& v) { return keys.contains(key_of(query.field, v)); });
        }
        case FieldId::Byline: {
            std::set<std::string> all;
            for (const std::string& name : values) { all.merge(words_of(name)); }
            return contains_all(all, words_of(query.text));
        }
        case FieldId::Named: {
            const auto codes = countries_named(query.text);
            return std::any_of(
                analyzed.mentions.begin(), analyzed.mentions.end(), [&](const Mention& m) {
                    return m.field == FieldId::Country &&
                           std::find(codes.begin(), codes.end(), m.value) != codes.end() &&
                           (m.rule == "name" || m.rule == "demonym" || m.rule == "field");
                });
        }
        case FieldId::Country:
        case FieldId::About: {
            const auto codes = countries_named(query.text);
            return any([&](const std::string& v) {
                return std::find(codes.begin(), codes.end(), v) != codes.end();
            });
        }
        case FieldId::Language:
            return any([&](const std::string& v) {
                return v == query.text || v == language_code(query.text);
            });
        default:
            return any([&](const std::string& v) { return v == query.text; });
    }
}

std::set<Span> BruteForce::spans(const QuerySpec& query, const OracleArticle& article)
{
    std::set<Span> found;
    if (query.op == "or" || query.op == "saved") {
        for (const QuerySpec& part : query.parts) { found.merge(spans(part, article)); }
        return found;
    }
    if (query.op != "value") { return spans_of_text(query, article); }
    const std::set<std::string>& keys = keys_of(query);
    for (const Mention& m : article.analyzed.mentions) {
        if (m.field != query.field || !keys.contains(key_of(m.field, m.value))) { continue; }
        std::optional<Span> span;
        for (std::size_t i = 0; i < article.words.size(); ++i) {
            const OracleWord& word = article.words[i];
            if (word.where != m.where || word.end <= m.begin || word.begin >= m.end) { continue; }
            span = Span{span ? span->first : i, i};
        }
        if (span) { found.insert(*span); }
    }
    return found;
}

bool BruteForce::matches_near(const QuerySpec& query, const OracleArticle& article)
{
    std::vector<std::vector<Span>> parts;
    for (const QuerySpec& part : query.parts) {
        const auto all = spans(part, article);
        parts.emplace_back(all.begin(), all.end());
    }
    std::vector<Span> chosen;
    const std::function<bool()> choose = [&] {
        if (chosen.size() == parts.size()) { return is_near(query, query.op, chosen, article); }
        for (const Span& span : parts[chosen.size()]) {
            chosen.push_back(span);
            if (choose()) { return true; }
            chosen.pop_back();
        }
        return false;
    };
    return choose();
}

bool BruteForce::matches_apart(const QuerySpec& query, const OracleArticle& article)
{
    const auto unwanted = spans(query.parts[1], article);
    const auto wanted = spans(query.parts[0], article);
    return std::any_of(wanted.begin(), wanted.end(), [&](const Span& one) {
        return std::none_of(unwanted.begin(), unwanted.end(), [&](const Span& other) {
            const bool overlap = one.first <= other.second && other.first <= one.second;
            return overlap || is_near(query, query.text, {one, other}, article);
        });
    });
}

bool BruteForce::matches_furniture(const QuerySpec& query, const Article& article)
{
    const auto words = surfaces(article.furniture, TextOrigin::Article);
    for (const std::string& wanted : surfaces(query.text, TextOrigin::Query)) {
        const auto stems = stemmer_.stems_of_query(wanted, languages_);
        const bool found = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            const auto own = stemmer_.stems_of_token(word, article.language);
            return std::find_first_of(own.begin(), own.end(), stems.begin(), stems.end()) !=
                   own.end();
        });
        if (!found) { return false; }
    }
    return true;
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
    if (query.op == "boost" || query.op == "saved") {
        return matches(query.parts.front(), article);
    }
    if (query.op == "apart") { return matches_apart(query, article); }
    if (query.op == "atleast") {
        return count_apart(spans(query.parts.front(), article)) >= query.number;
    }
    if (query.op == "everything") { return true; }
    if (query.op == "days") { return matches_days(query, article.analyzed); }
    if (query.op == "value" && query.field == FieldId::Furniture) {
        return matches_furniture(query, article.analyzed.article);
    }
    if (query.op == "value") { return matches_value(query, article.analyzed); }
    if (!query.parts.empty()) { return matches_near(query, article); }
    return !spans_of_text(query, article).empty();
}

std::set<std::string> BruteForce::matches(const QuerySpec& query)
{
    std::set<std::string> ids;
    for (const auto& [id, article] : articles_) {
        if (matches(query, article)) { ids.insert(id); }
    }
    return ids;
}

}  // namespace dateline::tests
