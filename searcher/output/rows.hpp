// Formats in which hits follow each other with nothing between them: so --all can stream them.
#pragma once

#include "searcher/output/renderer.hpp"

namespace dateline::searcher {

/// Renderer::write, for a format whose other two functions these are.
template <void (*kHead)(const Style&, std::ostream&),
          void (*kHit)(const Hit&, const Style&, std::ostream&)>
void write_rows(const SearchResult& result, const Style& style, std::ostream& out)
{
    kHead(style, out);
    for (const Hit& hit : result.hits) { kHit(hit, style, out); }
}

/// Renderer::write_head, for a format without one.
inline void write_no_head(const Style& /*style*/, std::ostream& /*out*/) {}

/// An article as a hit: its fields, and the people and countries that are marked in it.
Hit hit_of(const ShownArticle& article);

}  // namespace dateline::searcher
