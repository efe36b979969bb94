// Markdown for notes and reports: a headline, what is known, the passage. The only link is the
// article's own http(s) address; nothing else in it is markup.
#include "common/country.hpp"
#include "common/text/number.hpp"
#include "searcher/output/digest.hpp"
#include "searcher/output/escapes.hpp"
#include "searcher/output/marks.hpp"
#include "searcher/output/rows.hpp"
#include "searcher/output/table.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

void write_headline(const Hit& hit, std::ostream& out)
{
    const std::string title = hit.title.empty() ? "(no headline)" : markdown_text(hit.title);
    const std::string link = web_link(hit.url);
    out << "### ";
    if (link.empty()) {
        out << title;
    } else {
        out << '[' << title << "](<" << link << ">)";
    }
    out << '\n';
}

void add(std::string& line, std::string_view divider, const std::string& untrusted)
{
    if (untrusted.empty()) { return; }
    line += (line.empty() ? "" : std::string{divider}) + markdown_text(untrusted);
}

void write_list(std::string_view label, const std::vector<std::string>& values, std::ostream& out)
{
    std::string line;
    for (const std::string& value : values) { add(line, ", ", value); }
    if (!line.empty()) { out << "- " << label << ": " << line << '\n'; }
}

void write_facts(const Hit& hit, std::ostream& out)
{
    std::string facts = hit.date ? markdown_text(to_string(*hit.date)) : std::string{};
    add(facts, " · ", hit.source);
    for (const std::string& author : hit.byline) { add(facts, " · ", author); }
    if (!facts.empty()) { out << '\n' << facts << '\n'; }
}

void write_snippet(const Hit& hit, std::ostream& out)
{
    if (hit.snippet.empty()) { return; }
    std::vector<Mark> marks = hit.snippet_marks;
    make_sound(hit.snippet, marks);
    const std::string_view text = hit.snippet;
    std::size_t at = 0;
    out << "\n> ";
    for (const Mark& mark : marks) {
        out << markdown_text(text.substr(at, mark.begin - at)) << "**"
            << markdown_text(text.substr(mark.begin, mark.end - mark.begin)) << "**";
        at = mark.end;
    }
    out << markdown_text(text.substr(at)) << '\n';
}

void write_lists(const Hit& hit, std::ostream& out)
{
    std::vector<std::string> countries;
    for (const std::string& code : hit.countries) { countries.push_back(country_name(code)); }
    out << '\n';
    write_list("people", hit.people, out);
    write_list("countries", countries, out);
    out << "- id: " << markdown_text(hit.id) << "\n\n";
}

void write_hit(const Hit& hit, const Style& style, std::ostream& out)
{
    write_headline(hit, out);
    write_facts(hit, out);
    write_snippet(hit, out);
    if (style.is_batch) { out << "\nfound by " << markdown_text(style.query_name) << '\n'; }
    write_lists(hit, out);
}

void write_article(const ShownArticle& article, const Style& /*style*/, std::ostream& out)
{
    const Hit hit = hit_of(article);
    write_headline(hit, out);
    write_facts(hit, out);
    std::string_view body = article.analyzed.article.body;
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        const std::string paragraph = markdown_text(body.substr(0, end));
        // Four blanks at the front would make code of it.
        const std::size_t begin = paragraph.find_first_not_of(' ');
        if (begin != std::string::npos) { out << '\n' << paragraph.substr(begin) << '\n'; }
        body.remove_prefix(std::min(end + 1, body.size()));
    }
    write_lists(hit, out);
}

void write_table(const Table& table, const Style& /*style*/, std::ostream& out)
{
    std::string line = "|";
    std::string rule = "|";
    for (const TableColumn& column : table.columns) {
        line += " " + markdown_text(column.name) + " |";
        rule += " --- |";
    }
    out << line << '\n' << rule << '\n';
    for (const auto& row : table.rows) {
        out << '|';
        for (const Cell& cell : row) { out << ' ' << markdown_text(text_of(cell)) << " |"; }
        out << '\n';
    }
}

void write_digest(const Digest& digest, const Style& style, std::ostream& out)
{
    out << "# New after generation " << digest.since << "\n\n"
        << with_commas(digest.articles) << (digest.articles == 1 ? " article" : " articles")
        << "; the index is at generation " << digest.generation << "\n\n";
    for (const DigestEntry& entry : digest.queries) {
        if (entry.total == 0) { continue; }
        out << "## " << markdown_text(entry.name) << ": " << with_commas(entry.total) << " new";
        if (entry.total > entry.hits.size()) {
            out << ", " << with_commas(entry.hits.size()) << " shown";
        }
        out << "\n\n" << markdown_text(entry.query) << "\n\n";
        for (const Hit& hit : entry.hits) { write_hit(hit, style, out); }
    }
}

}  // namespace

extern const Renderer markdown_renderer{
    .name = "markdown",
    .media_type = "text/markdown; charset=utf-8",
    .summary = "for notes and reports: headlines, facts, passages",
    .write = write_rows<write_no_head, write_hit>,
    .write_article = write_article,
    .write_head = write_no_head,
    .write_hit = write_hit,
    .write_table = write_table,
    .write_digest = write_digest,
};

}  // namespace dateline::searcher
