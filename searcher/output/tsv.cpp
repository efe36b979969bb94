// Tab-separated values for cut and awk: no tab or line break is in a value. Safe from formulas.
#include "searcher/output/escapes.hpp"
#include "searcher/output/hit_fields.hpp"
#include "searcher/output/rows.hpp"
#include "searcher/output/table.hpp"

namespace dateline::searcher {
namespace {

constexpr std::string_view kEndOfRow = "\n";

void write_head(const Style& style, std::ostream& out)
{
    std::string_view divider;
    if (style.is_batch) {
        out << "query_name";
        divider = "\t";
    }
    for (const HitField* field : table_fields(style.fields)) {
        out << divider << field->name;
        divider = "\t";
    }
    out << kEndOfRow;
}

void write_hit(const Hit& hit, const Style& style, std::ostream& out)
{
    std::string_view divider;
    if (style.is_batch) {
        out << sheet_cell(style.query_name);
        divider = "\t";
    }
    for (const HitField* field : table_fields(style.fields)) {
        out << divider << sheet_cell(text_of(*field, hit));
        divider = "\t";
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
        divider = "\t";
    }
    out << kEndOfRow;
    for (const auto& row : table.rows) {
        divider = {};
        for (const Cell& cell : row) {
            out << divider << sheet_cell(text_of(cell));
            divider = "\t";
        }
        out << kEndOfRow;
    }
}

}  // namespace

extern const Renderer tsv_renderer{
    .name = "tsv",
    .media_type = "text/tab-separated-values; charset=utf-8",
    .summary = "the same with tabs, for cut and awk",
    .takes_fields = true,
    .write = write_rows<write_head, write_hit>,
    .write_article = write_article,
    .write_head = write_head,
    .write_hit = write_hit,
    .write_table = write_table,
};

}  // namespace dateline::searcher
