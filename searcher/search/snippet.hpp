// The passage of an article to show for a hit, with what matched in it.
#pragma once

#include "searcher/search/highlights.hpp"
#include "searcher/search/result.hpp"

#include <string>
#include <vector>

namespace dateline::searcher {

/// About how long a snippet is.
inline constexpr std::size_t kSnippetBytes = 240;

struct Snippet {
    std::string text{};  ///< plain UTF-8 without line breaks, cut at words
    std::vector<Mark> marks{};
    Mark passage{};                     ///< what of the body it shows
    std::vector<Mark> passage_marks{};  ///< the marks, as places of the body
};

/// The stretch of the body with the most different parts of the query, beginning with a sentence
/// where one is near; the beginning of the body if nothing of it matched.
Snippet make_snippet(const ArticleView& article, const Highlights& highlights);

/// What matched in the headline (Title) or the whole body (Body).
std::vector<Mark> marks_in(const Highlights& highlights, FieldId where);

}  // namespace dateline::searcher
