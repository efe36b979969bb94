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

struct Digest;
struct HitField;
struct Table;

/// How the place looks where output goes, and what is wanted there.
struct Style {
    bool colour = false;                        ///< ANSI colours may be used
    unsigned columns = 80;                      ///< width of the terminal, or what a pipe gets
    std::span<const HitField* const> fields{};  ///< of --fields; none: as the format likes
    bool is_batch = false;                      ///< every hit says which query of a file found it
    std::string_view query_name{};              ///< namely this one
    bool why = false;                           ///< of an article: each mark's place and rule
    bool is_brief = false;  ///< of a hit: headline, facts, two lines of passage; no facets
};

struct Renderer {
    std::string_view name;        ///< what --format takes
    std::string_view media_type;  ///< what an HTTP server would call it
    std::string_view summary;
    HitDetail detail = HitDetail::All;  ///< what it writes of a hit: no more is read
    bool takes_fields = false;          ///< whether --fields means something to it
    /// Both write UTF-8; text from articles is untrusted.
    void (*write)(const SearchResult& result, const Style& style, std::ostream& out);
    void (*write_article)(const ShownArticle& article, const Style& style, std::ostream& out);
    /// Of a format that writes each hit for itself (rows.hpp), which --all can stream: what stands
    /// before them, and one of them. Others have neither.
    void (*write_head)(const Style& style, std::ostream& out) = nullptr;
    void (*write_hit)(const Hit& hit, const Style& style, std::ostream& out) = nullptr;
    /// What the verbs that count have found; nothing in formats that are about articles.
    void (*write_table)(const Table& table, const Style& style, std::ostream& out) = nullptr;
    /// What came for saved queries.
    void (*write_digest)(const Digest& digest, const Style& style, std::ostream& out) = nullptr;
};

/// Every renderer, in the order of renderers.def.
std::span<const Renderer* const> renderers();

}  // namespace dateline::searcher
