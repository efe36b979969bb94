// Which two names of a field most hits have together.
#pragma once

#include "searcher/match/matches.hpp"
#include "searcher/search/facet_names.hpp"
#include "searcher/search/facet_top.hpp"

#include <string>

namespace dateline::searcher {

/// What pairs are made of.
struct PairSource {
    const Snapshot& snapshot;
    const std::vector<ArticleSet>& hits;
    FieldId field;
    const NameCounts& counts;  ///< of that field over these hits
    std::string words{};       ///< folded; a word of one of the two begins with it
};

/// Puts the pairs that come first into `top`, which takes `limit`; exact, over all hits. False once
/// the deadline has passed.
///
/// A pair has at most as many articles as either of its names. So the pairs of the most frequent
/// names are counted first; then those of all names as frequent as the last pair shown.
bool add_top_pairs(const PairSource& source, std::size_t limit, TopValues& top, Deadline& deadline);

}  // namespace dateline::searcher
