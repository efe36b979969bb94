// Tab-separated values for cut and awk: no tab or line break is in a value. Safe from formulas.
#include "searcher/output/escapes.hpp"
#include "searcher/output/sheet_rows.hpp"

namespace dateline::searcher {
namespace {

constexpr Dialect kTsv{.divider = "\t", .end_of_row = "\n", .cell = sheet_cell};

}  // namespace

extern constinit const Renderer tsv_renderer = sheet_renderer<kTsv>(
    "tsv", "text/tab-separated-values; charset=utf-8", "the same with tabs, for cut and awk");

}  // namespace dateline::searcher
