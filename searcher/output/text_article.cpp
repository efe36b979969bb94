#include "searcher/output/text_article.hpp"

#include "common/country.hpp"
#include "common/schema/mark_rule.hpp"
#include "common/schema/mention_groups.hpp"
#include "common/text/display_width.hpp"
#include "searcher/output/marks.hpp"
#include "searcher/output/sheet.hpp"

#include <algorithm>
#include <array>

namespace dateline::searcher {
namespace {

/// The kinds of marks, in the order of the tables.
struct MarkKind {
    FieldId field;
    std::string_view heading;
    Ink ink;
};

constexpr auto kMarkKinds = std::to_array<MarkKind>({
    {.field = FieldId::Person, .heading = "people", .ink = Ink::Person},
    {.field = FieldId::Country, .heading = "countries", .ink = Ink::Country},
    {.field = FieldId::Mentions, .heading = "dates", .ink = Ink::Date},
});

constexpr std::size_t kFactColumns = 10;
constexpr std::size_t kValueColumns = 11;
constexpr std::string_view kGap = "  ";

/// A line longer than this was not wrapped in the dump: it is a paragraph (as in tokenizer.hpp).
constexpr std::size_t kWrappedLineBytes = 100;

/// What was found in the text, and over it what a query matched.
std::vector<InkedMark> marks_in(const AnalyzedArticle& analyzed, FieldId where,
                                std::string_view text, const std::vector<Mark>& matches)
{
    std::vector<InkedMark> marks;
    std::vector<InkedMark> above;
    for (const Mark& match : matches) { above.push_back({match, Ink::Match}); }
    for (const Mention& mention : analyzed.mentions) {
        if (mention.where != where) { continue; }
        for (const MarkKind& kind : kMarkKinds) {
            if (kind.field == mention.field) {
                marks.push_back({{mention.begin, mention.end}, kind.ink});
            }
        }
    }
    make_sound(text, marks);
    make_sound(text, above);
    lay_over(marks, above);
    return marks;
}

/// How blocks begin when a query was asked: lines with matches have a sign at the front.
BlockStyle block_style(const ShownArticle& shown)
{
    if (shown.title_matches.empty() && shown.body_matches.empty()) { return {}; }
    const std::string plain = blanks(display_width(kMatchSign) + 1);
    return {.first = plain, .others = plain, .matched = std::string{kMatchSign} + " "};
}

void write_fact(Sheet& sheet, std::string_view label, std::string_view value)
{
    const std::string first = std::string{label} + padding(label, kFactColumns);
    sheet.write_block(InkedText{value}, {.first = first, .others = blanks(kFactColumns)});
}

void write_facts(Sheet& sheet, const Article& article)
{
    if (article.date) {
        const std::string from = article.date_rule.empty() ? "" : ", from " + article.date_rule;
        write_fact(sheet, "date",
                   to_string(*article.date) + "  (" +
                       std::string{name_of(article.date->precision)} + from + ")");
    }
    std::string byline;
    for (const std::string& author : article.byline) {
        byline += (byline.empty() ? "" : ", ") + author;
    }
    write_fact(sheet, "byline", byline);
    write_fact(sheet, "source", article.source);
    write_fact(sheet, "url", article.url);
    write_fact(sheet, "id", article.id);
    write_fact(sheet, "language", article.language);
}

/// The marks that touch the line from `begin` to `end`, moved and cut to it. `next` is the first
/// that may; it moves on with the lines.
std::vector<InkedMark> marks_of_line(const std::vector<InkedMark>& marks, std::size_t& next,
                                     std::size_t begin, std::size_t end)
{
    while (next < marks.size() && marks[next].end <= begin) { ++next; }
    std::vector<InkedMark> found;
    for (std::size_t at = next; at < marks.size() && marks[at].begin < end; ++at) {
        const InkedMark& mark = marks[at];
        found.push_back(
            {{std::max(mark.begin, begin) - begin, std::min(mark.end, end) - begin}, mark.ink});
    }
    return found;
}

/// Writes the body's lines as paragraphs, with an empty line before them, where the dump has one,
/// and behind those that are paragraphs for sure.
void write_body(Sheet& sheet, const ShownArticle& shown)
{
    const std::string_view body = shown.analyzed.article.body;
    const std::vector<InkedMark> marks =
        marks_in(shown.analyzed, FieldId::Body, body, shown.body_matches);
    const BlockStyle style = block_style(shown);
    std::size_t next_mark = 0;
    bool gap = true;
    for (std::size_t begin = 0; begin < body.size();) {
        const std::size_t end = std::min(body.find('\n', begin), body.size());
        const std::string_view line = body.substr(begin, end - begin);
        if (line.find_first_not_of(" \t") == std::string_view::npos) {
            gap = true;
        } else {
            if (gap) { sheet.write_break(); }
            InkedText text;
            text.append_marked(line, marks_of_line(marks, next_mark, begin, end), Ink::Plain);
            sheet.write_block(text, style);
            gap = line.size() > kWrappedLineBytes;
        }
        begin = end + 1;
    }
}

/// A mark in words: "Maduro", "body 120–126", "title-before-name".
struct Receipt {
    std::string text{};
    std::string place{};
    std::string_view rule{};
};

/// The receipts of some values, group by group, and how wide their columns are.
struct ReceiptTable {
    std::vector<Receipt> rows{};
    std::size_t text = 0;
    std::size_t place = 0;
};

std::string place_of(const Mention& mention)
{
    if (mention.where == FieldId::Id) { return "given"; }
    return std::string{field(mention.where).name} + ' ' + std::to_string(mention.begin) + "–" +
           std::to_string(mention.end);
}

ReceiptTable receipts_of(const std::vector<MentionGroup>& groups, std::size_t columns)
{
    ReceiptTable table;
    for (const MentionGroup& group : groups) {
        for (const Mention* mention : group.mentions) {
            table.rows.push_back({.text = displayable(mention->text, columns / 3),
                                  .place = place_of(*mention),
                                  .rule = mention->rule});
            table.text = std::max(table.text, display_width(table.rows.back().text));
            table.place = std::max(table.place, display_width(table.rows.back().place));
        }
    }
    return table;
}

void write_value(Sheet& sheet, const MarkKind& kind, std::string_view value)
{
    InkedText line{kGap};
    if (kind.field == FieldId::Country) {
        line.append(country_name(value), kind.ink);
        line.append(" ");
        line.append(value, Ink::Dim);
    } else {
        line.append(value, kind.ink);
    }
    sheet.write_line(std::move(line));
}

void write_marks(Sheet& sheet, const AnalyzedArticle& analyzed, const MarkKind& kind)
{
    const auto groups = group_mentions(analyzed, kind.field);
    if (groups.empty()) { return; }
    const ReceiptTable table = receipts_of(groups, sheet.columns());
    auto row = table.rows.begin();
    sheet.write_break();
    InkedText heading{kind.heading, Ink::Strong};
    heading.append("  " + std::string{detected_by(analyzed.article, kind.field)}, Ink::Dim);
    sheet.write_line(std::move(heading));
    for (const MentionGroup& group : groups) {
        write_value(sheet, kind, group.value);
        for (std::size_t left = group.mentions.size(); left > 0; --left, ++row) {
            InkedText line{blanks(2 * kGap.size()) + row->text};
            line.append(padding(row->text, table.text + kGap.size()) + row->place);
            line.append(padding(row->place, table.place + kGap.size()));
            line.append(row->rule, Ink::Dim);
            sheet.write_line(std::move(line));
        }
    }
}

/// Each value with how often it is marked, if more than once.
void write_values(Sheet& sheet, const AnalyzedArticle& analyzed)
{
    for (const MarkKind& kind : kMarkKinds) {
        const auto groups = group_mentions(analyzed, kind.field);
        if (groups.empty()) { continue; }
        InkedText text;
        for (const MentionGroup& group : groups) {
            if (&group != &groups.front()) { text.append(", "); }
            text.append(kind.field == FieldId::Country ? country_name(group.value)
                                                       : std::string{group.value},
                        kind.ink);
            if (group.mentions.size() > 1) {
                text.append(" ×" + std::to_string(group.mentions.size()), Ink::Dim);
            }
        }
        const std::string label = std::string{kind.heading} + kGap.data();
        const std::string first = label + padding(label, kValueColumns);
        sheet.write_block(text, {.first = first, .others = blanks(kValueColumns)});
    }
}

}  // namespace

void write_text_article(const ShownArticle& shown, const Style& style, std::ostream& out)
{
    const AnalyzedArticle& analyzed = shown.analyzed;
    const Article& article = analyzed.article;
    Sheet sheet{out, style};
    InkedText headline;
    if (article.title.empty()) { headline.append("(no headline)", Ink::Dim); }
    headline.append_marked(article.title,
                           marks_in(analyzed, FieldId::Title, article.title, shown.title_matches),
                           article.title_derived ? Ink::Dim : Ink::Strong);
    sheet.write_block(headline, block_style(shown));
    write_facts(sheet, article);
    write_body(sheet, shown);
    if (style.why) {
        for (const MarkKind& kind : kMarkKinds) { write_marks(sheet, analyzed, kind); }
    } else if (!analyzed.mentions.empty()) {
        sheet.write_break();
        write_values(sheet, analyzed);
    }
}

}  // namespace dateline::searcher
