#include "tests/oracle/compare.hpp"

#include "searcher/query/parser.hpp"

#include <algorithm>

namespace dateline::tests {
namespace {

std::string facet_difference(const searcher::Facet& facet,
                             const std::map<std::string, std::uint64_t>& expected)
{
    const std::string name{field(facet.field).facet};
    if (facet.distinct != expected.size()) {
        return name + ": " + std::to_string(facet.distinct) + " values, not " +
               std::to_string(expected.size());
    }
    for (const searcher::FacetCount& count : facet.counts) {
        const auto known = expected.find(facet_key(facet.field, count.value));
        const std::uint64_t articles = known == expected.end() ? 0 : known->second;
        if (articles != count.articles) {
            return name + " " + count.value + ": " + std::to_string(count.articles) + ", not " +
                   std::to_string(articles);
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
                                    .facet_limit = searcher::kMaxLimit,
                                    .time_limit = std::chrono::minutes{5}};
    for (const Field& f : kFields) {
        if (!f.facet.empty()) { request.facets.push_back(f.id); }
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
    for (const searcher::Facet& facet : result->facets) {
        const auto wrong = facet_difference(facet, oracle.facet(expected, facet.field));
        if (!wrong.empty()) { return wrong; }
    }
    return {};
}

}  // namespace dateline::tests
