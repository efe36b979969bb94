// Output formats: ways of writing what a search found.
//
// To add one: write <name>.cpp beside this file, defining `<name>_renderer`, and add
// RENDERER(<name>) to renderers.def. Its test is tests/searcher/output/<name>_test.cpp.
#pragma once

#include "searcher/search/result.hpp"

#include <ostream>
#include <span>
#include <string_view>

namespace dateline::searcher {

/// How the place looks where output goes.
struct Style {
    bool colour = false;    ///< ANSI colours may be used
    unsigned columns = 80;  ///< width of the terminal, or what a pipe gets
};

struct Renderer {
    std::string_view name;        ///< what --format takes
    std::string_view media_type;  ///< what an HTTP server would call it
    std::string_view summary;
    HitDetail detail = HitDetail::All;  ///< what it writes of a hit: no more is read
    /// Both write UTF-8; text from articles is untrusted.
    void (*write)(const SearchResult& result, const Style& style, std::ostream& out);
    void (*write_article)(const ShownArticle& article, const Style& style, std::ostream& out);
};

/// Every renderer, in the order of renderers.def.
std::span<const Renderer* const> renderers();

}  // namespace dateline::searcher
