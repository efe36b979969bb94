#include "tests/oracle/compare.hpp"

#include "searcher/query/parser.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace dateline::tests {
namespace {

using searcher::Facet;

constexpr std::uint64_t kMaxValues = 1000;
constexpr std::uint64_t kFewValues = 3;

std::string facet_difference(const Facet& facet, const BruteForce& oracle,
                             const std::map<std::string, std::uint64_t>& expected)
{
    const searcher::FacetKind& kind = searcher::facet_kind(facet.id);
    const std::string name{kind.name};
    const std::uint64_t distinct = kind.way == searcher::FacetWay::Pairs
                                       ? std::min<std::uint64_t>(expected.size(), kMaxValues)
                                       : expected.size();
    if (facet.distinct != distinct) {
        return name + ": " + std::to_string(facet.distinct) + " values, not " +
               std::to_string(distinct);
    }
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    std::set<std::string> shown;
    for (const searcher::FacetCount& count : facet.counts) {
        const std::string key = oracle.facet_key(facet.id, count);
        const auto known = expected.find(key);
        const std::uint64_t articles = known == expected.end() ? 0 : known->second;
        if (articles != count.articles) {
            return name + " " + key + ": " + std::to_string(count.articles) + ", not " +
                   std::to_string(articles);
        }
        if (!shown.insert(key).second) { return name + " " + key + " twice"; }
        least = std::min(least, articles);
    }
    if (facet.counts.size() != std::min<std::uint64_t>(distinct, kMaxValues)) {
        return name + " shows " + std::to_string(facet.counts.size());
    }
    if (kind.way == searcher::FacetWay::Periods) { return {}; }
    for (const auto& [key, articles] : expected) {
        if (articles > least && !shown.contains(key)) { return name + " lacks " + key; }
    }
    return {};
}

/// What is wrong with a facet of few values, beside that of all of them.
std::string shorter_difference(const Facet& few, const Facet& all)
{
    const searcher::FacetKind& kind = searcher::facet_kind(few.id);
    if (kind.way == searcher::FacetWay::Periods) { return {}; }
    if (few.counts.size() != std::min<std::size_t>(kFewValues, all.counts.size())) {
        return std::string{kind.name} + " of few has " + std::to_string(few.counts.size());
    }
    for (std::size_t i = 0; i < few.counts.size(); ++i) {
        const auto& a = few.counts[i];
        const auto& b = all.counts[i];
        if (a.value != b.value || a.with != b.with || a.articles != b.articles) {
            return std::string{kind.name} + " of few differs at " + a.value;
        }
    }
    return {};
}

}  // namespace

std::string difference(searcher::Engine& engine, BruteForce& oracle, const std::string& query)
{
    const auto parsed = searcher::parse_query(query);
    if (!parsed) { return "it does not parse: " + parsed.error().message; }
    searcher::SearchRequest request{.text = query,
                                    .query = parsed->spec,
                                    .limit = searcher::kMaxLimit,
                                    .facet_limit = kMaxValues,
                                    .time_limit = std::chrono::minutes{5}};
    for (const searcher::FacetKind& kind : searcher::kFacets) {
        request.facets.push_back({.id = kind.id});
    }
    for (const searcher::FacetKind& kind : searcher::kFacets) {
        request.facets.push_back({.id = kind.id, .limit = kFewValues});
    }
    const auto result = engine.search(request);
    if (!result) { return "it fails: " + result.error().message; }
    const auto expected = oracle.matches(parsed->spec);
    if (result->total != expected.size()) {
        return "total " + std::to_string(result->total) + ", not " +
               std::to_string(expected.size());
    }
    for (const searcher::Hit& hit : result->hits) {
        if (!expected.contains(hit.id)) { return "finds " + hit.id; }
    }
    if (result->hits.size() != std::min<std::uint64_t>(expected.size(), request.limit)) {
        return "shows " + std::to_string(result->hits.size()) + " hits";
    }
    for (std::size_t i = 0; i < searcher::kFacets.size(); ++i) {
        const Facet& facet = result->facets[i];
        auto wrong = facet_difference(facet, oracle, oracle.facet(expected, facet.id));
        if (!wrong.empty()) { return wrong; }
        wrong = shorter_difference(result->facets[i + searcher::kFacets.size()], facet);
        if (!wrong.empty()) { return wrong; }
    }
    return {};
}

}  // namespace dateline::tests
