// Tables of values, a row for each article: what CSV and TSV have in common.
#pragma once

#include "searcher/output/hit_fields.hpp"
#include "searcher/output/rows.hpp"
#include "searcher/output/table.hpp"

#include <span>

namespace dateline::searcher {

/// How a table is written. Cells are untrusted; `cell` makes them harmless.
struct Dialect {
    std::string_view divider;
    std::string_view end_of_row;
    std::string (*cell)(std::string_view untrusted);
};

/// Writes rows in a dialect, cell by cell.
class RowWriter {
  public:
    RowWriter(const Dialect& dialect, std::ostream& out) : dialect_(dialect), out_(out) {}

    void add(std::string_view untrusted)
    {
        out_ << divider_ << dialect_.cell(untrusted);
        divider_ = dialect_.divider;
    }
    void end()
    {
        out_ << dialect_.end_of_row;
        divider_ = {};
    }

  private:
    const Dialect& dialect_;
    std::ostream& out_;
    std::string_view divider_{};
};

template <const Dialect& kDialect>
void write_head(const Style& style, std::ostream& out)
{
    RowWriter row{kDialect, out};
    if (style.is_batch) { row.add("query_name"); }
    for (const HitField* field : table_fields(style.fields)) { row.add(field->name); }
    row.end();
}

template <const Dialect& kDialect>
void write_hit(const Hit& hit, const Style& style, std::ostream& out)
{
    RowWriter row{kDialect, out};
    if (style.is_batch) { row.add(style.query_name); }
    for (const HitField* field : table_fields(style.fields)) { row.add(text_of(*field, hit)); }
    row.end();
}

template <const Dialect& kDialect>
void write_article(const ShownArticle& article, const Style& style, std::ostream& out)
{
    write_head<kDialect>(style, out);
    write_hit<kDialect>(hit_of(article), style, out);
}

template <const Dialect& kDialect>
void write_sheet(const Table& table, const Style& /*style*/, std::ostream& out)
{
    RowWriter row{kDialect, out};
    for (const TableColumn& column : table.columns) { row.add(column.name); }
    row.end();
    for (const auto& cells : table.rows) {
        for (const Cell& cell : cells) { row.add(text_of(cell)); }
        row.end();
    }
}

/// A renderer of a dialect.
template <const Dialect& kDialect>
constexpr Renderer sheet_renderer(std::string_view name, std::string_view media_type,
                                  std::string_view summary)
{
    return {.name = name,
            .media_type = media_type,
            .summary = summary,
            .takes_fields = true,
            .write = write_rows<write_head<kDialect>, write_hit<kDialect>>,
            .write_article = write_article<kDialect>,
            .write_head = write_head<kDialect>,
            .write_hit = write_hit<kDialect>,
            .write_table = write_sheet<kDialect>};
}

}  // namespace dateline::searcher
