#include "searcher/search/facet_counter.hpp"

#include "common/country.hpp"
#include "common/text/utf8.hpp"
#include "searcher/query/plan.hpp"
#include "searcher/search/collector.hpp"
#include "searcher/search/facet_mentioned.hpp"
#include "searcher/search/facet_words.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

constexpr std::string_view kUndatedValue = "undated";

std::string called(FieldId field, std::string_view value, CountryNames& countries)
{
    return holds_countries(field) ? countries.of(value) : std::string{};
}

/// Whether a word of a name begins with `words` (folded); of a country, of its code or its name.
bool is_wanted(FieldId field, std::string_view value, const std::string& words,
               CountryNames& countries)
{
    return words.empty() || begins_a_word(value, words) ||
           (holds_countries(field) && begins_a_word(countries.of(value), words));
}

Facet show_names(const NameColumn& names, const NameCounts& counts, const FacetRequest& wish,
                 std::size_t limit, CountryNames& countries)
{
    const FieldId field = facet_kind(wish.id).field;
    const std::string words = fold(wish.words);
    Facet facet{.id = wish.id, .distinct = counts.distinct()};
    TopValues top{limit};
    if (words.empty()) {
        counts.for_each([&top] { return top.least(); },
                        [&](std::uint32_t key, std::uint32_t articles) {
                            if (articles < top.least()) { return; }
                            top.offer({articles, names.spelling(names.shown(key)), {}});
                        });
    } else {
        facet.distinct = 0;
        counts.for_each([] { return std::uint32_t{1}; },
                        [&](std::uint32_t key, std::uint32_t articles) {
                            const std::string_view value = names.spelling(names.shown(key));
                            if (!is_wanted(field, value, words, countries)) { return; }
                            ++facet.distinct;
                            top.offer({articles, value, {}});
                        });
    }
    const Choice choice{field, wish.chosen};
    for (const CountedValue& value : top.take()) {
        facet.counts.push_back({.value = std::string{value.value},
                                .name = called(field, value.value, countries),
                                .articles = value.articles,
                                .chosen = choice.holds(value.value)});
    }
    return facet;
}

/// Of more values than `limit`, those that most hits have are kept, the earlier ones on a tie.
void keep_largest(std::vector<FacetCount>& counts, std::uint64_t limit)
{
    if (counts.size() <= limit) { return; }
    std::vector<std::size_t> order(counts.size());
    for (std::size_t i = 0; i < order.size(); ++i) { order[i] = i; }
    std::stable_sort(order.begin(), order.end(), [&counts](std::size_t a, std::size_t b) {
        return counts[a].articles > counts[b].articles;
    });
    order.resize(limit);
    std::sort(order.begin(), order.end());
    std::vector<FacetCount> kept;
    for (const std::size_t i : order) { kept.push_back(std::move(counts[i])); }
    counts = std::move(kept);
}

Facet show_periods(const std::vector<PeriodCount>& periods, std::uint64_t undated,
                   const FacetRequest& wish)
{
    Facet facet{.id = wish.id};
    const std::string words = fold(wish.words);
    const auto add = [&](std::string value, std::uint64_t articles) {
        if (articles == 0 || !(words.empty() || begins_a_word(value, words))) { return; }
        facet.counts.push_back({.value = std::move(value), .name = {}, .articles = articles});
    };
    for (const PeriodCount& count : periods) { add(to_string(count.period), count.articles); }
    add(std::string{kUndatedValue}, undated);
    facet.distinct = facet.counts.size();
    if (wish.limit) { keep_largest(facet.counts, *wish.limit); }
    return facet;
}

Facet show_pairs(FacetId id, std::vector<CountedValue> pairs)
{
    Facet facet{.id = id, .distinct = pairs.size()};
    for (const CountedValue& pair : pairs) {
        facet.counts.push_back({.value = std::string{pair.value},
                                .name = {},
                                .articles = pair.articles,
                                .with = std::string{pair.with}});
    }
    return facet;
}

/// The hits of another query than that of the search.
Result<std::vector<ArticleSet>> hits_of(const QuerySpec& query, const Snapshot& snapshot,
                                        const SearchRequest& request, Deadline& deadline,
                                        Crew& crew)
{
    const auto plan = Planner{snapshot, deadline, request.time_limit}.plan(query);
    if (!plan) { return Failure{plan.error()}; }
    auto found =
        collect(snapshot, *plan, {.limit = 0, .time_limit = request.time_limit}, deadline, crew);
    if (!found) { return Failure{found.error()}; }
    return std::move(found->hits);
}

}  // namespace

const std::string& CountryNames::of(std::string_view code)
{
    const auto found = names_.find(code);
    if (found != names_.end()) { return found->second; }
    return names_.emplace(code, country_name(code)).first->second;
}

const NameCounts& FacetCounter::count_names(const Snapshot& snapshot,
                                            const std::vector<ArticleSet>& hits, FieldId field)
{
    auto& counts = names_[ordinal_column(field)];
    if (!counts) { counts.emplace(snapshot, field); }
    counts->count(snapshot, hits);
    return *counts;
}

std::optional<Facet> FacetCounter::count(const Snapshot& snapshot,
                                         const std::vector<ArticleSet>& hits,
                                         const FacetRequest& wish, std::uint64_t limit,
                                         Deadline& deadline)
{
    const FacetKind& kind = facet_kind(wish.id);
    const std::size_t size = wish.limit.value_or(limit);
    switch (kind.way) {
        case FacetWay::Names:
            return show_names(snapshot.names().of(kind.field),
                              count_names(snapshot, hits, kind.field), wish, size, country_names_);
        case FacetWay::Periods:
            if (kind.field == FieldId::Mentions) {
                const auto periods = count_mentioned(snapshot, hits, kind.unit, deadline);
                if (!periods) { return std::nullopt; }
                return show_periods(*periods, 0, wish);
            }
            periods_.count(snapshot, hits);
            return show_periods(periods_.by(kind.unit), periods_.undated(), wish);
        case FacetWay::Pairs:
            break;
    }
    TopValues top{size};
    const PairSource source{snapshot, hits, kind.field, count_names(snapshot, hits, kind.field),
                            fold(wish.words)};
    if (!add_top_pairs(source, size, top, deadline)) { return std::nullopt; }
    return show_pairs(wish.id, top.take());
}

Result<std::vector<Facet>> count_facets(FacetCounter& counter, const Snapshot& snapshot,
                                        const SearchRequest& request,
                                        const std::vector<ArticleSet>& hits, Deadline& deadline,
                                        Crew& crew)
{
    std::vector<Facet> facets;
    for (const FacetRequest& wish : request.facets) {
        std::vector<ArticleSet> others;
        if (wish.over) {
            auto found = hits_of(*wish.over, snapshot, request, deadline, crew);
            if (!found) { return Failure{found.error()}; }
            others = *std::move(found);
        }
        auto facet =
            counter.count(snapshot, wish.over ? others : hits, wish, request.facet_limit, deadline);
        if (!facet) { return took_too_long(request.time_limit); }
        facets.push_back(*std::move(facet));
    }
    return facets;
}

}  // namespace dateline::searcher
