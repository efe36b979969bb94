// A search result and an article with everything in them, for the tests of what is printed.
#pragma once

#include "searcher/search/result.hpp"

namespace dateline::tests {

/// Six hits in five scripts, full and bare ones, and all the facets.
searcher::SearchResult sample_result();

/// An article with marks of each kind, some of them given by its dump.
searcher::ShownArticle sample_article();

/// Where `word` is in `text`, the first time; it must be there.
searcher::Mark mark_of(std::string_view text, std::string_view word);

}  // namespace dateline::tests
