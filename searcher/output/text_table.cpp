// Tables as people read them: columns under their names, numbers to the right, bars.
#include "common/text/display_width.hpp"
#include "common/text/number.hpp"
#include "searcher/output/bars.hpp"
#include "searcher/output/sheet.hpp"
#include "searcher/output/table.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kMostBar = 40;
constexpr std::size_t kLeastBar = 8;
constexpr std::size_t kLeastList = 24;  ///< with less beside the others, lists go below them
constexpr std::size_t kLeastText = 12;

bool is_number(const Cell& cell)
{
    return std::holds_alternative<std::uint64_t>(cell) || std::holds_alternative<double>(cell);
}

bool is_list(const Cell& cell) { return std::holds_alternative<std::vector<std::string>>(cell); }

std::string shown(const Cell& cell)
{
    if (const auto* number = std::get_if<std::uint64_t>(&cell)) { return with_commas(*number); }
    if (const auto* texts = std::get_if<std::vector<std::string>>(&cell)) {
        std::string joined;
        for (const std::string& text : *texts) { joined += (joined.empty() ? "" : ", ") + text; }
        return displayable(joined);
    }
    return displayable(text_of(cell));
}

/// How wide the columns are. Lists take what is left.
struct Layout {
    std::vector<std::size_t> shown{};   ///< which columns, lists left out
    std::vector<std::size_t> widths{};  ///< of each of these
    std::vector<std::size_t> lists{};
    std::size_t bar_of = 0;  ///< the column that has a bar
    std::size_t bar = 0;     ///< its width; 0 without one
    std::uint64_t largest = 0;
    std::size_t used = 0;  ///< columns of the terminal, lists left out
};

std::size_t widest(const Table& table, std::size_t column)
{
    std::size_t width = display_width(table.columns[column].name);
    for (const auto& row : table.rows) {
        width = std::max(width, display_width(shown(row[column])));
    }
    return width;
}

void add_bar(const Table& table, std::size_t columns, Layout& layout)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].has_bar) { continue; }
        layout.bar_of = i;
        for (const auto& row : table.rows) {
            if (const auto* n = std::get_if<std::uint64_t>(&row[i])) {
                layout.largest = std::max(layout.largest, *n);
            }
        }
        const std::size_t left = columns - std::min(columns, layout.used + kGap);
        layout.bar = left < kLeastBar ? 0 : std::min(kMostBar, left);
    }
}

/// A last column that is the widest, and would hardly be seen beside the others, goes below them as
/// lists do.
void put_last_below(std::size_t columns, Layout& layout)
{
    if (layout.shown.size() < 2 || layout.used <= columns) { return; }
    const std::size_t width = layout.widths.back();
    const std::size_t others = layout.used - width;
    const bool is_widest =
        std::max_element(layout.widths.begin(), layout.widths.end()) == layout.widths.end() - 1;
    if (!is_widest || others + kLeastList <= columns) { return; }
    layout.lists.insert(layout.lists.begin(), layout.shown.back());
    layout.shown.pop_back();
    layout.widths.pop_back();
    layout.used = others - kGap;
}

/// The widest column gives way, and then the next one, until all fit or are narrow.
void make_fit(std::size_t columns, Layout& layout)
{
    while (layout.used > columns) {
        auto& widest = *std::max_element(layout.widths.begin(), layout.widths.end());
        if (widest <= kLeastText) { return; }
        const std::size_t less = std::min(layout.used - columns, widest - kLeastText);
        widest -= less;
        layout.used -= less;
    }
}

Layout layout_of(const Table& table, std::size_t columns)
{
    Layout layout;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].in_text) { continue; }
        if (is_list(table.rows.front()[i])) {
            layout.lists.push_back(i);
            continue;
        }
        layout.shown.push_back(i);
        layout.widths.push_back(widest(table, i));
        layout.used += layout.widths.back() + (layout.used == 0 ? 0 : kGap);
    }
    put_last_below(columns, layout);
    make_fit(columns, layout);
    add_bar(table, columns, layout);
    return layout;
}

void append_cell(InkedText& line, std::string text, std::size_t width, bool to_the_right, Ink ink)
{
    text = displayable(text, width);
    const std::string blank = padding(text, width);
    if (to_the_right) { line.append(blank); }
    line.append(text, ink);
    if (!to_the_right) { line.append(blank); }
}

void write_head(Sheet& sheet, const Table& table, const Layout& layout)
{
    InkedText line;
    for (std::size_t i = 0; i < layout.shown.size(); ++i) {
        const std::size_t column = layout.shown[i];
        if (i > 0) { line.append(blanks(kGap)); }
        append_cell(line, std::string{table.columns[column].name}, layout.widths[i],
                    is_number(table.rows.front()[column]), Ink::Dim);
    }
    const bool is_beside = layout.bar == 0 && sheet.columns() >= layout.used + kGap + kLeastList;
    if (is_beside) {
        for (const std::size_t list : layout.lists) {
            line.append(blanks(kGap) + std::string{table.columns[list].name}, Ink::Dim);
        }
    }
    sheet.write_line(std::move(line));
}

void write_row(Sheet& sheet, const Table& table, const Layout& layout, const std::vector<Cell>& row)
{
    InkedText line;
    for (std::size_t i = 0; i < layout.shown.size(); ++i) {
        const Cell& cell = row[layout.shown[i]];
        if (i > 0) { line.append(blanks(kGap)); }
        append_cell(line, shown(cell), layout.widths[i], is_number(cell),
                    i == 0 ? Ink::Strong : Ink::Plain);
    }
    if (layout.bar > 0) {
        const auto* const number = std::get_if<std::uint64_t>(&row[layout.bar_of]);
        line.append(blanks(kGap));
        line.append(bar(number == nullptr ? 0 : *number, layout.largest, layout.bar), Ink::Bar);
    }
    const bool is_beside = layout.bar == 0 && layout.lists.size() == 1 &&
                           sheet.columns() >= layout.used + kGap + kLeastList;
    if (is_beside) { line.append(blanks(kGap) + shown(row[layout.lists.front()]), Ink::Dim); }
    sheet.write_line(std::move(line));
    if (is_beside) { return; }
    for (const std::size_t list : layout.lists) {
        const std::string text = shown(row[list]);
        if (text.empty()) { continue; }
        const std::string label =
            blanks(kGap) + std::string{table.columns[list].name} + blanks(kGap);
        sheet.write_line(InkedText{label + text, Ink::Dim});
    }
}

}  // namespace

void write_text_table(const Table& table, const Style& style, std::ostream& out)
{
    Sheet sheet{out, style};
    if (table.rows.empty()) {
        sheet.write_line(InkedText{table.nothing});
        return;
    }
    const Layout layout = layout_of(table, sheet.columns());
    write_head(sheet, table, layout);
    for (const auto& row : table.rows) { write_row(sheet, table, layout, row); }
}

}  // namespace dateline::searcher
