// BibTeX: an @article for each hit, to be cited.
#include "common/text/ascii.hpp"
#include "searcher/output/escapes.hpp"
#include "searcher/output/rows.hpp"

#include <array>
#include <cstdio>

namespace dateline::searcher {
namespace {

/// A key for an id: letters, digits and some signs as they are, other bytes as +XX, so that no two
/// ids have one key.
std::string key_of(const std::string& id)
{
    std::string key;
    for (const char c : id) {
        const bool is_plain = ascii::is_letter_or_digit(c) ||
                              std::string_view{"-./:_"}.find(c) != std::string_view::npos;
        if (is_plain) {
            key += c;
            continue;
        }
        std::array<char, 4> byte{};
        std::snprintf(byte.data(), byte.size(), "+%02X", static_cast<unsigned char>(c));
        key += byte.data();
    }
    return key;
}

void write_field(std::string_view name, const std::string& escaped, std::ostream& out)
{
    if (!escaped.empty()) { out << ",\n  " << name << " = {" << escaped << '}'; }
}

std::string authors_of(const Hit& hit)
{
    std::string authors;
    for (const std::string& author : hit.byline) {
        // Braces keep a name whole: "and" and commas in it mean nothing.
        authors += (authors.empty() ? "{" : " and {") + bibtex_text(author) + "}";
    }
    return authors;
}

void write_hit(const Hit& hit, const Style& style, std::ostream& out)
{
    const std::string date = hit.date ? to_string(*hit.date) : std::string{};
    out << "@article{" << key_of(hit.id);
    write_field("title", hit.title.empty() ? "" : "{" + bibtex_text(hit.title) + "}", out);
    write_field("author", authors_of(hit), out);
    write_field("journal", bibtex_text(hit.source), out);
    write_field("year", date.substr(0, 4), out);
    write_field("date", date, out);
    write_field("url", web_link(hit.url), out);
    write_field("langid", bibtex_text(hit.language), out);
    if (style.is_batch) { write_field("keywords", bibtex_text(style.query_name), out); }
    out << "\n}\n";
}

void write_article(const ShownArticle& article, const Style& style, std::ostream& out)
{
    write_hit(hit_of(article), style, out);
}

}  // namespace

extern const Renderer bibtex_renderer{
    .name = "bibtex",
    .media_type = "application/x-bibtex; charset=utf-8",
    .summary = "an @article for each article, to be cited",
    .write = write_rows<write_no_head, write_hit>,
    .write_article = write_article,
    .write_head = write_no_head,
    .write_hit = write_hit,
};

}  // namespace dateline::searcher
