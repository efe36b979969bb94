// Matches whose words stand one behind the other: found by the postings, checked on token streams.
#pragma once

#include "searcher/match/matches.hpp"
#include "searcher/match/word_numbers.hpp"

namespace dateline::searcher {

/// The words of a phrase in one segment.
struct PhraseWords {
    std::vector<WordNumbers> words{};
    bool title_only = false;
};

/// Where the phrase begins in `article_words` (read_words() of an article in that language): the
/// positions of its first words. A phrase does not cross from headline to body.
std::vector<std::size_t> find_phrase(const PhraseWords& phrase, std::size_t language,
                                     const std::vector<std::uint32_t>& article_words);

/// Those of `candidates` (articles with all the words) that have them in a row; weights are those
/// of `candidates`. Everything must outlive it.
MatchesPtr match_phrase(const Segment& segment, const NameTable& names, MatchesPtr candidates,
                        PhraseWords phrase);

}  // namespace dateline::searcher
