// Text for people: the hits with what is known of them, then the facets.
#include "common/country.hpp"
#include "common/text/display_width.hpp"
#include "common/text/number.hpp"
#include "searcher/output/digest.hpp"
#include "searcher/output/marks.hpp"
#include "searcher/output/sheet.hpp"
#include "searcher/output/table.hpp"
#include "searcher/output/text_article.hpp"
#include "searcher/output/text_clauses.hpp"
#include "searcher/output/text_facets.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace dateline::searcher {
namespace {

constexpr std::size_t kTitleLines = 3;
constexpr std::size_t kSnippetLines = 8;
constexpr std::size_t kBriefLines = 2;

void write_total(Sheet& sheet, const SearchResult& result)
{
    std::array<char, 48> took{};
    std::snprintf(took.data(), took.size(), "  (%.1f ms)", result.took_ms);
    InkedText line;
    line.append(result.total == 0   ? "no articles match"
                : result.total == 1 ? "1 article"
                                    : with_commas(result.total) + " articles");
    line.append(took.data(), Ink::Dim);
    sheet.write_line(std::move(line));
}

InkedText marked(const std::string& text, const std::vector<Mark>& marks, Ink ink)
{
    std::vector<InkedMark> inked;
    inked.reserve(marks.size());
    for (const Mark& mark : marks) { inked.push_back({mark, Ink::Match}); }
    make_sound(text, inked);
    InkedText out;
    out.append_marked(text, inked, ink);
    return out;
}

InkedText title_of(const Hit& hit)
{
    if (hit.title.empty()) { return InkedText{"(no headline)", Ink::Dim}; }
    return marked(hit.title, hit.title_marks, hit.title_derived ? Ink::Dim : Ink::Strong);
}

/// Date, source and byline, as far as they are known.
std::string facts_of(const Hit& hit)
{
    std::string facts = hit.date ? to_string(*hit.date) : std::string{};
    const auto add = [&](std::string_view divider, const std::string& fact) {
        if (!fact.empty() && !facts.empty()) { facts += divider; }
        facts += fact;
    };
    add(" · ", hit.source);
    std::string_view divider = " · ";
    for (const std::string& author : hit.byline) {
        add(divider, author);
        divider = ", ";
    }
    return facts;
}

/// "people  Nicolás Maduro, Yuri Borisov +3": as many names as there is room for, at least one.
InkedText names_line(std::string_view label, const std::vector<std::string>& names,
                     std::size_t columns)
{
    InkedText line{label, Ink::Dim};
    std::size_t used = display_width(line.text());
    std::size_t shown = 0;
    for (const std::string& name : names) {
        const std::size_t left = names.size() - shown - 1;
        const std::size_t more = left == 0 ? 0 : 2 + std::to_string(left).size();
        const std::string_view divider = shown == 0 ? "" : ", ";
        if (used + divider.size() + more >= columns) { break; }
        const std::size_t room = columns - used - divider.size() - more;
        const std::string text = displayable(name, shown == 0 ? room : kAllColumns);
        const std::size_t width = display_width(text);
        if (width > room) { break; }
        line.append(divider);
        line.append(text);
        used += divider.size() + width;
        ++shown;
    }
    if (shown < names.size()) {
        line.append(" +" + std::to_string(names.size() - shown), Ink::Dim);
    }
    return line;
}

void write_names(Sheet& sheet, std::string_view indent, std::string_view label,
                 const std::vector<std::string>& names)
{
    if (names.empty()) { return; }
    sheet.write_line(
        names_line(std::string{indent} + std::string{label} + "  ", names, sheet.columns()));
}

void write_hit(Sheet& sheet, const Hit& hit, const std::string& number, bool is_brief)
{
    const std::string indent = blanks(number.size());
    sheet.write_block(title_of(hit), {.first = number, .others = indent, .max_lines = kTitleLines});
    const std::string facts = facts_of(hit);
    if (!facts.empty()) { sheet.write_line(InkedText{indent + facts}); }

    if (!is_brief) {
        std::vector<std::string> countries;
        for (const std::string& code : hit.countries) { countries.push_back(country_name(code)); }
        write_names(sheet, indent, "people", hit.people);
        write_names(sheet, indent, "countries", countries);
    }
    sheet.write_block(
        marked(hit.snippet, hit.snippet_marks, Ink::Plain),
        {.first = indent, .others = indent, .max_lines = is_brief ? kBriefLines : kSnippetLines});
    if (is_brief) { return; }
    sheet.write_whole(InkedText{indent + hit.id, Ink::Dim});  // what show and similar take
    if (!hit.url.empty() && hit.url != hit.id) {
        sheet.write_whole(InkedText{indent + hit.url, Ink::Dim});
    }
}

void write_hits(Sheet& sheet, const std::vector<Hit>& hits, std::uint64_t before, bool is_brief)
{
    const std::size_t digits = std::to_string(before + hits.size()).size();
    for (const Hit& hit : hits) {
        const std::string shown = std::to_string(++before);
        sheet.write_break();
        write_hit(sheet, hit, padding(shown, digits) + shown + "  ", is_brief);
    }
}

void write_text(const SearchResult& result, const Style& style, std::ostream& out)
{
    Sheet sheet{out, style};
    if (style.is_batch) {
        const std::string query{result.query};
        const std::string name{style.query_name};
        sheet.write_line(InkedText{name.empty() ? query : name + ": " + query, Ink::Strong});
    }
    write_total(sheet, result);
    write_clauses(sheet, result);
    write_hits(sheet, result.hits, result.offset, style.is_brief);
    if (!style.is_brief) {
        for (const Facet& facet : result.facets) { write_facet(sheet, facet); }
    }
    if (style.is_batch) { sheet.write_break(); }
}

/// Queries for which nothing came are not named: a digest is for reading.
void write_text_digest(const Digest& digest, const Style& style, std::ostream& out)
{
    Sheet sheet{out, style};
    sheet.write_block(
        InkedText{with_commas(digest.articles) +
                  (digest.articles == 1 ? " article is" : " articles are") +
                  " new after generation " + std::to_string(digest.since) +
                  "; the index is at generation " + std::to_string(digest.generation)},
        {});
    bool is_any = false;
    for (const DigestEntry& entry : digest.queries) {
        if (entry.total == 0) { continue; }
        is_any = true;
        sheet.write_break();
        InkedText line{entry.name, Ink::Strong};
        line.append("  " + with_commas(entry.total) + " new");
        if (entry.total > entry.hits.size()) {
            line.append(", " + with_commas(entry.hits.size()) + " shown");
        }
        sheet.write_line(std::move(line));
        sheet.write_block(InkedText{entry.query, Ink::Dim}, {.max_lines = kTitleLines});
        write_hits(sheet, entry.hits, 0, false);
    }
    if (!is_any) { sheet.write_line(InkedText{"none of them matches a saved query"}); }
}

}  // namespace

extern const Renderer text_renderer{
    .name = "text",
    .media_type = "text/plain; charset=utf-8",
    .summary = "for people: headlines, snippets and facets",
    .write = write_text,
    .write_article = write_text_article,
    .write_table = write_text_table,
    .write_digest = write_text_digest,
};

}  // namespace dateline::searcher
