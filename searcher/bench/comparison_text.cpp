#include "common/text/number.hpp"
#include "searcher/bench/run_text.hpp"

namespace dateline::searcher {
namespace {

constexpr std::size_t kTitle = 14;
constexpr std::size_t kColumn = 7;

void append_verdict(InkedText& row, Verdict verdict)
{
    const bool is_claim = verdict == Verdict::Faster || verdict == Verdict::Slower;
    row.append("  " + std::string{verdict_info(verdict).text}, is_claim ? Ink::Strong : Ink::Dim);
}

void write_mode(Sheet& sheet, const ModeComparison& mode)
{
    InkedText row{left(std::string{mode.mode->title}, kTitle)};
    for (const double ratio : {mode.p50, mode.p95, mode.p99}) {
        row.append(right(mode.has_ratios() ? fixed(ratio, 2) : "–", kColumn));
    }
    const std::string each = mode.each
                                 ? fixed(mode.each->mean, 2) + " (" + fixed(mode.each->least, 2) +
                                       "–" + fixed(mode.each->most, 2) + ")"
                                 : "–";
    row.append("  " + left(each, 2 * kColumn + 4));
    append_verdict(row, mode.verdict);
    sheet.write_line(std::move(row));
}

void write_throughput(Sheet& sheet, const std::vector<ThroughputComparison>& rows)
{
    if (rows.empty()) { return; }
    sheet.write_break();
    sheet.write_line(InkedText{"queries/s, now / then: more is faster", Ink::Dim});
    for (const ThroughputComparison& row : rows) {
        const std::string title = with_commas(row.threads) +
                                  (row.threads == 1 ? " thread" : " threads") +
                                  (row.facets ? ", facets" : "");
        InkedText line{left(title, kTitle + kColumn) + right(fixed(row.ratio, 2), kColumn)};
        append_verdict(line, row.verdict);
        sheet.write_line(std::move(line));
    }
}

}  // namespace

void write_comparison(Sheet& sheet, const Comparison& comparison)
{
    sheet.write_break();
    sheet.write_line(
        InkedText{"against " + comparison.file + " of " + comparison.date, Ink::Strong});
    for (const std::string& warning : comparison.warnings) {
        sheet.write_block(InkedText{warning, Ink::Match}, {.first = "  ! ", .others = "    "});
    }
    if (!comparison.modes.empty()) {
        InkedText head{left("now / then", kTitle), Ink::Dim};
        for (const char* name : {"p50", "p95", "p99"}) {
            head.append(right(name, kColumn), Ink::Dim);
        }
        head.append("  each query, 95 % of it", Ink::Dim);
        sheet.write_line(std::move(head));
    }
    for (const ModeComparison& mode : comparison.modes) { write_mode(sheet, mode); }
    write_throughput(sheet, comparison.throughput);
    sheet.write_block(
        InkedText{"Less is faster. Faster or slower is said only where most queries and all rounds "
                  "agree. What lasts longer than a run, as other work on the machine, is in it: "
                  "measure both again, by turns.",
                  Ink::Dim},
        {});
}

}  // namespace dateline::searcher
