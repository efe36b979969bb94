// Going through the hits of a search, for whatever counts them.
#pragma once

#include "common/storage/tombstones.hpp"

#include <bit>

namespace dateline::searcher {

/// Calls `visit` with the index of each article of the set, ascending.
template <class Visit>
void for_each_hit(std::span<const std::uint64_t> words, Visit visit)
{
    for (std::size_t word = 0; word < words.size(); ++word) {
        for (std::uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
            visit(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
        }
    }
}

}  // namespace dateline::searcher
