// Matches read from a segment's postings: one term, or a group of terms that count as one word.
#pragma once

#include "common/storage/snapshot.hpp"
#include "searcher/match/matches.hpp"

#include <string>

namespace dateline::searcher {

/// How a word weighs: BM25 with the statistics of the whole index.
struct Weighting {
    float idf = 0;               ///< 0: a filter, which weighs nothing
    float average_length = 1;    ///< of an article, in words
    std::uint64_t articles = 0;  ///< that have the word, removed ones included
};

/// Xapian's form of BM25's inverse document frequency, (k1 + 1) included, so that Enquire orders
/// articles alike.
float bm25_idf(std::uint64_t articles, std::uint64_t articles_with_term);

/// Articles that have any of these terms. Their frequencies are added up before they are weighed: a
/// word's stems in several languages are one word. `segment` and `deadline` must outlive it.
MatchesPtr match_terms(const Segment& segment, const std::vector<std::string>& terms,
                       const Weighting& weighting, Deadline& deadline);

/// All articles of the segment, without weight.
MatchesPtr match_everything(const Segment& segment, Deadline& deadline);

}  // namespace dateline::searcher
