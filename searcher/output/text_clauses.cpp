#include "searcher/output/text_clauses.hpp"

#include "common/text/display_width.hpp"
#include "common/text/number.hpp"

#include <algorithm>
#include <cstdio>

namespace dateline::searcher {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kMaxLines = 8;  ///< of a sentence, and of a query

std::string label_of(const Clause& clause)
{
    return blanks(2 * clause.depth) + displayable(clause.part);
}

/// Widths of the table: the part's column takes half of the sheet at most.
struct Widths {
    std::size_t part = 0;
    std::size_t count = 0;
};

Widths widths_of(const std::vector<Clause>& clauses, std::size_t columns)
{
    Widths widths;
    for (const Clause& clause : clauses) {
        widths.part = std::max(widths.part, display_width(label_of(clause)));
        widths.count = std::max(widths.count, with_commas(clause.articles).size());
    }
    widths.part = std::min(widths.part, columns / 2);
    return widths;
}

std::string milliseconds(double ms)
{
    char text[32];
    std::snprintf(text, sizeof text, "%8.2f ms", ms);
    return text;
}

InkedText row_of(const Clause& clause, const Widths& widths, bool is_explained)
{
    InkedText row{"  "};
    const std::string label = displayable(label_of(clause), widths.part);
    row.append(label + padding(label, widths.part + kGap));
    const std::string count = with_commas(clause.articles);
    row.append(padding(count, widths.count) + count,
               clause.articles == 0 ? Ink::Match : Ink::Plain);
    if (is_explained) {
        row.append(milliseconds(clause.ms) + "  ", Ink::Dim);
        row.append(clause.searched, Ink::Dim);
    }
    if (!clause.nearest.empty()) {
        std::string words;
        for (const std::string& word : clause.nearest) {
            words += (words.empty() ? "" : ", ") + word;
        }
        row.append("  did you mean: " + words + "?");
    }
    return row;
}

void write_why(Sheet& sheet, const std::string& indent, const std::string& why)
{
    sheet.write_block(InkedText{displayable(why), Ink::Dim},
                      {.first = indent, .others = indent, .max_lines = kMaxLines});
}

}  // namespace

void write_clauses(Sheet& sheet, const SearchResult& result)
{
    if (result.clauses.empty()) { return; }
    const Widths widths = widths_of(result.clauses, sheet.columns());
    sheet.write_break();
    if (result.is_explained) {  // whole: in the table it may be cut
        const std::string read_as = "read as ";
        sheet.write_block(
            InkedText{displayable(result.clauses.front().part)},
            {.first = read_as, .others = blanks(read_as.size()), .max_lines = kMaxLines});
    }
    sheet.write_line(InkedText{
        result.is_explained ? "each part by itself" : "articles that each part finds by itself",
        Ink::Dim});
    for (const Clause& clause : result.clauses) {
        sheet.write_line(row_of(clause, widths, result.is_explained));
        if (!clause.why.empty()) { write_why(sheet, blanks(2 * clause.depth + 4), clause.why); }
    }
    if (!result.why.empty()) { write_why(sheet, "", result.why); }
}

}  // namespace dateline::searcher
