// What sets the hits of a query apart from the other articles: people, countries and words.
#pragma once

#include "common/result.hpp"
#include "searcher/match/matches.hpp"
#include "searcher/search/facet_counter.hpp"

namespace dateline::searcher {

/// So many hits, spread evenly, are read for their words, and no more than so much of their text:
/// the time for words is bounded. People and countries are counted over all hits.
inline constexpr std::size_t kWordSample = 400;
inline constexpr std::size_t kWordSampleBytes = std::size_t{4} << 20U;

struct Significant {
    std::string_view kind{};     ///< "person", "country" or "word"
    std::string text{};          ///< a word as these articles spell it most often; a country's name
    std::uint64_t hits = 0;      ///< of words: of those that were read
    std::uint64_t articles = 0;  ///< of the index that have it; of words, removed ones included
    double g2 =
        0;  ///< log-likelihood ratio (Dunning 1993); over kSurely, chance is below 1 in 1000
};

inline constexpr double kSurely = 10.83;

/// How surprising it is that `a` of `hits` have something that `b` of `others` have; 0 if it is not
/// more frequent among the hits.
double log_likelihood(double a, double hits, double b, double others);

/// At most `limit` of each kind, the most surprising first, all over kSurely and in two hits or
/// more. Fails with IndexDamaged.
Result<std::vector<Significant>> significant(const Snapshot& snapshot,
                                             const std::vector<ArticleSet>& hits,
                                             std::uint64_t total, std::size_t limit);

}  // namespace dateline::searcher
