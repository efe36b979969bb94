// What a beginning may become: words, people and countries of the index.
#pragma once

#include "common/storage/snapshot.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

struct Completion {
    std::string_view kind{};  ///< "person", "country" or "word"
    std::string text{};       ///< as the index spells it; of a country what it is called
    std::string code{};       ///< of a country; else empty
    /// That have it (of a name: in the spelling that is shown), removed ones not left out of words.
    std::uint64_t articles = 0;
};

/// At most `limit` of each kind, most frequent first: words that begin with `prefix`, people and
/// countries of whose names a word begins so. Case and accents do not count. Of the words of a
/// segment, those of up to 20,000 are looked at, in byte order.
std::vector<Completion> completions(const Snapshot& snapshot, std::string_view prefix,
                                    std::size_t limit);

/// Likewise of one field alone: its names, or countries; nothing for fields that have none.
std::vector<Completion> completions_of(const Snapshot& snapshot, FieldId field,
                                       std::string_view prefix, std::size_t limit);

}  // namespace dateline::searcher
