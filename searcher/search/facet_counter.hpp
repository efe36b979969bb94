// Counts the values of facets over all hits, from the columns.
#pragma once

#include "common/result.hpp"
#include "searcher/match/matches.hpp"
#include "searcher/search/crew.hpp"
#include "searcher/search/facet_names.hpp"
#include "searcher/search/facet_pairs.hpp"
#include "searcher/search/facet_periods.hpp"
#include "searcher/search/request.hpp"
#include "searcher/search/result.hpp"

#include <array>
#include <map>
#include <optional>

namespace dateline::searcher {

/// What countries are called. Looking a name up takes longer than counting a country.
class CountryNames {
  public:
    const std::string& of(std::string_view code);

  private:
    std::map<std::string, std::string, std::less<>> names_{};
};

/// Counts facets of one snapshot, always the same. Keeps its counters from one search to the next.
class FacetCounter {
  public:
    /// Counts a facet over hits (a set for each segment of the snapshot), whatever query found
    /// them. `limit` counts if the wish has none. Nothing once the deadline has passed.
    std::optional<Facet> count(const Snapshot& snapshot, const std::vector<ArticleSet>& hits,
                               const FacetRequest& wish, std::uint64_t limit, Deadline& deadline);

  private:
    const NameCounts& count_names(const Snapshot& snapshot, const std::vector<ArticleSet>& hits,
                                  FieldId field);

    std::array<std::optional<NameCounts>, kOrdinalColumns> names_{};
    PeriodCounts periods_{};
    CountryNames country_names_{};
};

/// The facets that a search wants, over `hits` or, as the wishes say, over the hits of other
/// queries. Fails with Timeout and as these queries do.
Result<std::vector<Facet>> count_facets(FacetCounter& counter, const Snapshot& snapshot,
                                        const SearchRequest& request,
                                        const std::vector<ArticleSet>& hits, Deadline& deadline,
                                        Crew& crew);

}  // namespace dateline::searcher
