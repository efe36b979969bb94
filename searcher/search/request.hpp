// What a search is asked: the query, and what is wanted of its answer.
#pragma once

#include "searcher/query/query_spec.hpp"
#include "searcher/search/facet.hpp"
#include "searcher/search/result.hpp"

#include <chrono>
#include <cstddef>
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

/// What a hit gets on top of BM25, as shares of the most that BM25 can give a word; both at least
/// 0.
struct Ranking {
    float early = 1.0F / 3;  ///< for words in the headline or early in the body
    float near = 0.8F;       ///< for words of the query that stand near each other

    friend bool operator==(const Ranking&, const Ranking&) = default;
};

/// Nothing on top: what an oracle can compute.
inline constexpr Ranking kBm25Only{.early = 0, .near = 0};

/// How many hits, best by BM25, are ranked anew. It does not depend on the page, so that all pages
/// of a query are cut from one order: these first, whatever page is asked for, then the others by
/// BM25 alone.
inline constexpr std::size_t kRerankDepth = 50;

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
    std::string text{};                ///< the query as it was asked
    QuerySpec query{};                 ///< filters included
    std::vector<std::string> notes{};  ///< of whoever read it, for SearchResult::notes
    bool explain = false;              ///< every part's terms, count and time
    SortOrder sort = SortOrder::Relevance;
    Ranking ranking{};  ///< when sorted by relevance
    std::uint64_t offset = 0;
    std::uint64_t limit = 10;
    std::vector<FacetRequest> facets{};
    std::uint64_t facet_limit = 10;
    HitDetail detail = HitDetail::All;
    /// Only articles that this generation did not have yet; 0: all.
    std::uint64_t added_after = 0;
    std::chrono::milliseconds time_limit{2000};
};

}  // namespace dateline::searcher
