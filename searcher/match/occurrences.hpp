// Places counted in words, sentences and paragraphs instead of bytes: what distances are told in.
#pragma once

#include "searcher/match/proximity.hpp"

namespace dateline::searcher {

/// A place of one part, counted in words.
struct Occurrence {
    std::uint32_t first = 0;  ///< word; those of the headline come first
    std::uint32_t last = 0;
    std::uint32_t unit = 0;      ///< which sentence, paragraph, or headline or body, it begins in
    std::uint32_t unit_end = 0;  ///< and ends in
    std::uint32_t part = 0;
    Place place{};
};

/// The places of all parts in words, by where they begin.
std::vector<Occurrence> occurrences_of(const std::vector<std::vector<Place>>& parts,
                                       std::string_view stream, Unit unit);

}  // namespace dateline::searcher
