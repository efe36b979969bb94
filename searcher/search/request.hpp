// What a search is asked: the query, and what is wanted of its answer.
#pragma once

#include "searcher/query/query_spec.hpp"

#include <chrono>
#include <cstdint>
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

struct SearchRequest {
    std::string text{};                ///< the query as it was asked
    QuerySpec query{};                 ///< filters included
    std::vector<std::string> notes{};  ///< of whoever read it, for SearchResult::notes
    bool explain = false;              ///< every part's terms, count and time
    SortOrder sort = SortOrder::Relevance;
    std::uint64_t offset = 0;
    std::uint64_t limit = 10;
    std::vector<FieldId> facets{};  ///< Date is the facet of months
    std::uint64_t facet_limit = 10;
    bool snippets = true;  ///< else a hit has its article's fields only: no names, marks, snippet
    std::chrono::milliseconds time_limit{2000};
};

}  // namespace dateline::searcher
