// The people or countries of hits as rows of a table: how often, from when to when, with whom.
#pragma once

#include "searcher/match/matches.hpp"
#include "searcher/search/facet_counter.hpp"

#include <optional>

namespace dateline::searcher {

struct NameStat {
    std::string value{};  ///< as facets show it; of a country its code
    std::string name{};   ///< of a country: what it is called; else empty
    std::uint64_t articles = 0;
    std::optional<Date> first{};      ///< the earliest date of these articles
    std::optional<Date> last{};       ///< the latest
    std::vector<std::string> with{};  ///< what else of the field most of them have: three at most
};

/// The `limit` most frequent names of a field (Person or Country), exact over all hits. Nothing
/// once the deadline has passed.
std::optional<std::vector<NameStat>> name_stats(const Snapshot& snapshot,
                                                const std::vector<ArticleSet>& hits, FieldId field,
                                                std::size_t limit, Deadline& deadline);

}  // namespace dateline::searcher
