// What the end of a line at the prompt may become: commands, fields, and what stands in the index.
#pragma once

#include "common/storage/snapshot.hpp"
#include "searcher/query/parser.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

struct LineCompletion {
    std::size_t begin = 0;               ///< from this byte on the text is replaced
    std::vector<std::string> choices{};  ///< by one of these; nothing in them is harmful
};

/// At most so many are offered.
inline constexpr std::size_t kMostCompletions = 20;

/// Of `before`, the text up to the cursor, the last word: behind ":" a command; behind "person:"
/// a name, in quotes if it has blanks; likewise sources, authors, languages; behind "country:" and
/// "about:" a code; behind "saved:" the name of a query of `saved`, which is asked then only; else
/// a word of the index or a field. Most frequent first.
LineCompletion complete_line(std::string_view before, const Snapshot& snapshot,
                             const SavedSource& saved);

}  // namespace dateline::searcher
