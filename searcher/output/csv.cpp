// CSV as RFC 4180 has it, safe from formulas: a head, then a row for each hit.
#include "searcher/output/escapes.hpp"
#include "searcher/output/sheet_rows.hpp"

namespace dateline::searcher {
namespace {

constexpr Dialect kCsv{.divider = ",", .end_of_row = "\r\n", .cell = csv_cell};

}  // namespace

extern constinit const Renderer csv_renderer = sheet_renderer<kCsv>(
    "csv", "text/csv; charset=utf-8", "a table for spreadsheets, a row for each article");

}  // namespace dateline::searcher
