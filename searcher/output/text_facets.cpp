#include "searcher/output/text_facets.hpp"

#include "common/text/display_width.hpp"
#include "common/text/number.hpp"
#include "searcher/output/bars.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kGap = 2;              ///< between value, count and bar
constexpr std::size_t kColumnGap = 4;        ///< between two columns of them
constexpr std::size_t kTwoColumnsFrom = 72;  ///< in narrower terminals names would be cut
constexpr std::size_t kMinBar = 8;
constexpr std::size_t kMaxBar = 24;
constexpr std::size_t kMaxHistogramBar = 60;

struct Row {
    std::string label{};
    std::string count{};
    std::uint64_t articles = 0;
};

/// The rows of a facet and how wide their parts are.
struct FacetTable {
    std::vector<Row> rows{};
    std::uint64_t largest = 0;
    std::size_t columns = 1;
    std::size_t label = 0;
    std::size_t count = 0;
    std::size_t bar = 0;
};

std::string label_of(const FacetCount& value)
{
    std::string label = displayable(value.name.empty() ? value.value : value.name);
    if (!value.with.empty()) { label += " + " + displayable(value.with); }
    return value.chosen ? "✓ " + label : label;
}

FacetTable make_table(const Facet& facet, std::size_t width)
{
    const bool is_histogram = facet_kind(facet.id).way == FacetWay::Periods;
    FacetTable table;
    table.columns = is_histogram || width < kTwoColumnsFrom || facet.counts.size() < 2 ? 1 : 2;
    for (const FacetCount& value : facet.counts) {
        table.rows.push_back({.label = label_of(value),
                              .count = with_commas(value.articles),
                              .articles = value.articles});
        table.largest = std::max(table.largest, value.articles);
        table.label = std::max(table.label, display_width(table.rows.back().label));
        table.count = std::max(table.count, table.rows.back().count.size());
    }
    const std::size_t gaps = (table.columns - 1) * kColumnGap;
    const std::size_t cell = (width - kIndent - gaps) / table.columns - table.count - 2 * kGap;
    table.label = std::min(table.label, cell > kMinBar ? cell - kMinBar : 1);
    table.bar = std::min(is_histogram ? kMaxHistogramBar : kMaxBar,
                         cell > table.label ? cell - table.label : 1);
    return table;
}

void append_row(InkedText& line, const FacetTable& table, const Row& row)
{
    const std::string label = displayable(row.label, table.label);
    line.append(label + padding(label, table.label + kGap));
    line.append(padding(row.count, table.count) + row.count + blanks(kGap));
    line.append(bar(row.articles, table.largest, table.bar), Ink::Bar);
}

}  // namespace

void write_facet(Sheet& sheet, const Facet& facet)
{
    if (facet.counts.empty()) { return; }
    const FacetTable table = make_table(facet, sheet.columns());
    sheet.write_break();
    sheet.write_line(InkedText{facet_kind(facet.id).name, Ink::Strong});

    const std::size_t height = (table.rows.size() + table.columns - 1) / table.columns;
    const std::size_t cell = table.label + table.count + table.bar + 2 * kGap;
    for (std::size_t at = 0; at < height; ++at) {
        InkedText line{blanks(kIndent)};
        append_row(line, table, table.rows[at]);
        if (at + height < table.rows.size()) {
            line.pad(kIndent + cell + kColumnGap);
            append_row(line, table, table.rows[at + height]);
        }
        sheet.write_line(std::move(line));
    }
    if (facet.distinct > facet.counts.size()) {
        const std::uint64_t more = facet.distinct - facet.counts.size();
        sheet.write_line(
            InkedText{blanks(kIndent) + "… and " + with_commas(more) + " more", Ink::Dim});
    }
}

}  // namespace dateline::searcher
