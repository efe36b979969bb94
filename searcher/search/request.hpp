// What a search is asked: the query, and what is wanted of its answer.
#pragma once

#include "searcher/query/query_spec.hpp"
#include "searcher/search/facet.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline::searcher {

enum class SortOrder : std::uint8_t {
    Relevance,
    OldestFirst,  ///< undated articles last
    NewestFirst,  ///< likewise
};

// Limits of paging: reliability.md 2h.
inline constexpr std::uint64_t kMaxLimit = 1000;
inline constexpr std::uint64_t kMaxWindow = 10000;  ///< of offset and limit together

/// A facet that is wanted.
struct FacetRequest {
    FacetId id = FacetId::Person;
    /// How many values; none: SearchRequest::facet_limit, and all periods.
    std::optional<std::uint64_t> limit{};
    std::string words{};  ///< only values of which a word begins with this; "": all
    /// The query whose hits are counted; none: that of the search. A facet that filters chose
    /// values of is counted without these filters, so that it shows what else could be chosen.
    std::optional<QuerySpec> over{};
    std::vector<QuerySpec> chosen{};  ///< these filters: values of its field, any of them
};

struct SearchRequest {
    std::string text{};  ///< the query as it was asked
    QuerySpec query{};   ///< filters included
    SortOrder sort = SortOrder::Relevance;
    std::uint64_t offset = 0;
    std::uint64_t limit = 10;
    std::vector<FacetRequest> facets{};
    std::uint64_t facet_limit = 10;
    bool snippets = true;  ///< else a hit has its article's fields only: no names, marks, snippet
    std::chrono::milliseconds time_limit{2000};
};

}  // namespace dateline::searcher
