// CSV as RFC 4180 has it, safe from formulas: a head, then a row for each hit.
#include "searcher/output/escapes.hpp"
#include "searcher/output/hit_fields.hpp"
#include "searcher/output/rows.hpp"
#include "searcher/output/table.hpp"

namespace dateline::searcher {
namespace {

constexpr std::string_view kEndOfRow = "\r\n";

void write_head(const Style& style, std::ostream& out)
{
    std::string_view divider;
    if (style.is_batch) {
        out << "query_name";
        divider = ",";
    }
    for (const HitField* field : table_fields(style.fields)) {
        out << divider << field->name;
        divider = ",";
    }
    out << kEndOfRow;
}

void write_hit(const Hit& hit, const Style& style, std::ostream& out)
{
    std::string_view divider;
    if (style.is_batch) {
        out << csv_cell(style.query_name);
        divider = ",";
    }
    for (const HitField* field : table_fields(style.fields)) {
        out << divider << csv_cell(text_of(*field, hit));
        divider = ",";
    }
    out << kEndOfRow;
}

void write_article(const ShownArticle& article, const Style& style, std::ostream& out)
{
    write_head(style, out);
    write_hit(hit_of(article), style, out);
}

void write_table(const Table& table, const Style& /*style*/, std::ostream& out)
{
    std::string_view divider;
    for (const TableColumn& column : table.columns) {
        out << divider << column.name;
        divider = ",";
    }
    out << kEndOfRow;
    for (const auto& row : table.rows) {
        divider = {};
        for (const Cell& cell : row) {
            out << divider << csv_cell(text_of(cell));
            divider = ",";
        }
        out << kEndOfRow;
    }
}

}  // namespace

extern const Renderer csv_renderer{
    .name = "csv",
    .media_type = "text/csv; charset=utf-8",
    .summary = "a table for spreadsheets, a row for each article",
    .takes_fields = true,
    .write = write_rows<write_head, write_hit>,
    .write_article = write_article,
    .write_head = write_head,
    .write_hit = write_hit,
    .write_table = write_table,
};

}  // namespace dateline::searcher
