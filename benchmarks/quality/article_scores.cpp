#include "benchmarks/quality/article_scores.hpp"

#include "benchmarks/quality/body_overlap.hpp"
#include "benchmarks/quality/names.hpp"
#include "benchmarks/quality/places.hpp"
#include "benchmarks/quality/product.hpp"
#include "common/text/utf8.hpp"
#include "common/url.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace dateline::quality {
namespace {

constexpr std::size_t kDayBytes = 10;  // YYYY-MM-DD

/// Valid, in NFC, in one line, without blanks at the ends.
std::string in_one_line(std::string_view raw)
{
    std::string line;
    bool blank = false;
    for (const char c : clean_text(raw).text) {
        if (c == ' ' || c == '\n' || c == '\t') {
            blank = !line.empty();
            continue;
        }
        if (blank) { line += ' '; }
        blank = false;
        line += c;
    }
    return line;
}

std::optional<std::string> stated(const std::optional<std::string>& gold)
{
    if (!gold) { return std::nullopt; }
    return in_one_line(*gold);
}

std::string joined(std::vector<std::string> names)
{
    std::sort(names.begin(), names.end());
    std::string text;
    for (const std::string& name : names) {
        const std::string clean = in_one_line(name);
        if (!clean.empty()) { text += (text.empty() ? "" : "; ") + clean; }
    }
    return text;
}

std::string url_of(const GoldArticle& gold)
{
    const std::string canonical = canonical_url(*gold.url);
    return canonical.empty() ? *gold.url : canonical;
}

constexpr std::array<ExactField, 5> kExactFields{{
    {"title", [](const GoldArticle& gold) { return stated(gold.title); },
     [](const Article& a) { return a.title_derived ? std::string{} : a.title; }},
    {"date",
     [](const GoldArticle& gold) {
         return gold.date ? std::optional{gold.date->substr(0, kDayBytes)} : std::nullopt;
     },
     [](const Article& a) { return a.date ? to_string(*a.date) : std::string{}; }},
    {"byline",
     [](const GoldArticle& gold) {
         return gold.byline ? std::optional{joined(*gold.byline)} : std::nullopt;
     },
     [](const Article& a) { return joined(a.byline); }},
    {"source", [](const GoldArticle& gold) { return stated(gold.source); },
     [](const Article& a) { return a.source; }},
    {"url",
     [](const GoldArticle& gold) { return gold.url ? std::optional{url_of(gold)} : std::nullopt; },
     [](const Article& a) { return a.url; }},
}};

std::string label_of(const GoldArticle& gold)
{
    if (!gold.file.empty()) { return gold.file; }
    return gold.id.empty() ? in_one_line(gold.title.value_or("")) : gold.id;
}

std::set<std::string> found_in(const AnalyzedArticle* read, FieldId field)
{
    return read == nullptr ? std::set<std::string>{} : found_values(*read, field);
}

}  // namespace

std::span<const ExactField> exact_fields() { return kExactFields; }

void ArticleScores::add(const GoldArticle& gold, const AnalyzedArticle* read)
{
    ++articles;
    unread += read == nullptr ? 1 : 0;
    for (const ExactField& field : kExactFields) {
        const auto wanted = field.wanted(gold);
        if (!wanted) { continue; }
        const std::string found = read == nullptr ? "(not read)" : field.found(read->article);
        Exact& exact = fields[field.name];
        ++exact.scored;
        if (found == *wanted) {
            ++exact.right;
        } else {
            mistakes.push_back({label_of(gold), std::string{field.name}, *wanted, found});
        }
    }
    add_people(gold, read);
    add_countries(gold, read);
    add_body(gold, read);
}

void ArticleScores::add_people(const GoldArticle& gold, const AnalyzedArticle* read)
{
    if (!gold.people) { return; }
    const NamePairs pairs = pair_people(gold, found_in(read, FieldId::Person));
    people.add(pairs.counts());
    people_exact.add(pairs.exact_counts());
    const std::string label = label_of(gold);
    for (const auto& [name, form] : pairs.other_forms) {
        mistakes.push_back({label, "people, another form", name, form});
    }
    for (const std::string& name : pairs.missed) {
        mistakes.push_back({label, "people", name, ""});
    }
    for (const std::string& name : pairs.extra) { mistakes.push_back({label, "people", "", name}); }
}

void ArticleScores::add_countries(const GoldArticle& gold, const AnalyzedArticle* read)
{
    if (!gold.countries) { return; }
    const auto wanted = gold_countries(*gold.countries).codes;
    const auto found = found_in(read, FieldId::Country);
    countries.add(counts_of(wanted, found));
    const std::string label = label_of(gold);
    for (const std::string& code : wanted) {
        if (!found.contains(code)) { mistakes.push_back({label, "countries", code, ""}); }
    }
    for (const std::string& code : found) {
        if (!wanted.contains(code)) { mistakes.push_back({label, "countries", "", code}); }
    }
}

void ArticleScores::add_body(const GoldArticle& gold, const AnalyzedArticle* read)
{
    if (read != nullptr && is_doubled(read->article.body)) {
        ++doubled;
        mistakes.push_back({label_of(gold), "body", "once", "twice"});
    }
    if (!gold.body || gold.body->empty()) { return; }
    ++bodies;
    const std::string body = clean_text(*gold.body).text;
    const std::string_view kept = read == nullptr ? std::string_view{} : read->article.body;
    const Counts words = body_overlap(body, kept);
    body_scores.push_back({label_of(gold), words});
    const Counts runs = run_overlap(body, kept);
    run_precision += words.found > 0 ? runs.precision() : 0;
    run_recall += runs.recall();
    kept_bodies += words.found > 0 ? 1 : 0;
    body_precision += words.precision();
    body_recall += words.recall();
    body_f1 += words.f1();
}

}  // namespace dateline::quality
