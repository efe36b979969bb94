#include "indexer/tagger/known_words.hpp"

#include <algorithm>

namespace dateline::indexer {

void KnownWords::add(std::string_view text, KnownWord entry)
{
    std::size_t blank = std::min(text.find(' '), text.size());
    std::uint64_t key = hash_of(text.substr(0, blank));
    if (blank < text.size()) { fronts_[key] = true; }
    while (blank < text.size()) {
        text.remove_prefix(blank + 1);
        blank = std::min(text.find(' '), text.size());
        key = phrase_key(key, hash_of(text.substr(0, blank)));
    }
    KnownWord& known = entries_[key];
    if (entry.group != 0) { known.group = entry.group; }
    known.kinds = static_cast<WordKind>(known.kinds | entry.kinds);
}

WordGroups KnownWords::groups(std::uint16_t group) const
{
    if (group >= middle_.size() || group >= coarse_.size()) { return {}; }
    return {.fine = group, .middle = middle_[group], .coarse = coarse_[group]};
}

}  // namespace dateline::indexer
