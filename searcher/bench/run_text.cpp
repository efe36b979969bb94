#include "searcher/bench/run_text.hpp"

#include "common/cli/report.hpp"
#include "common/text/display_width.hpp"
#include "common/text/number.hpp"
#include "searcher/bench/bench_plan.hpp"
#include "searcher/bench/figures.hpp"
#include "searcher/bench/run_json.hpp"
#include "searcher/bench/statistics.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <map>

namespace dateline::searcher {
namespace {

constexpr std::size_t kTitle = 14;
constexpr std::size_t kColumn = 11;
constexpr std::size_t kShownFailures = 20;
/// More of the index than this in memory, and cold is not cold.
constexpr double kMuchCached = 0.05;

void write_head(Sheet& sheet, const BenchRun& run)
{
    const BenchRecord& record = run.record;
    const AnswerCounts answers = answers_of(record);
    sheet.write_line(InkedText{with_commas(answers.answered) + " of " +
                               with_commas(run.queries.size()) + " queries answered, " +
                               with_commas(answers.empty) + " found nothing, in all " +
                               with_commas(answers.articles) + " articles"});
    sheet.write_line(InkedText{"index " + record.index + ", generation " +
                                   std::to_string(record.generation) + ", " +
                                   with_commas(record.articles) + " articles",
                               Ink::Dim});
    sheet.write_line(InkedText{
        record.date + ", " + record.machine + ", load " + fixed(record.load, 2), Ink::Dim});
    if (run.is_interrupted) {
        sheet.write_line(
            InkedText{"interrupted: these are the rounds that were whole", Ink::Match});
    }
}

void write_figures(Sheet& sheet, const BenchRecord& record)
{
    if (record.modes.empty()) { return; }
    sheet.write_break();
    InkedText head{left("milliseconds", kTitle), Ink::Dim};
    for (const char* name : {"p50", "p95", "p99", "max", "queries/s"}) {
        head.append(right(name, kColumn), Ink::Dim);
    }
    sheet.write_line(std::move(head));
    for (const ModeTimes& times : record.modes) {
        const ModeFigures figures = figures_of(times);
        InkedText row{left(std::string{times.mode->title}, kTitle)};
        for (const double ms : {figures.p50, figures.p95, figures.p99, figures.most}) {
            row.append(right(fixed(ms, 3), kColumn));
        }
        row.append(right(rate_text(figures.per_second), kColumn));
        sheet.write_line(std::move(row));
    }
}

/// What cold and warm mean in this run.
void write_meaning(Sheet& sheet, const BenchRun& run)
{
    for (const ModeTimes& times : run.record.modes) {
        if (times.mode->facets) { continue; }
        std::string text = with_commas(figures_of(times).queries) + " queries, ";
        if (times.mode->cold) {
            text += "for each the index opened afresh, its files out of memory (" +
                    fixed(100 * run.stayed_cached.value_or(0), 1) + " % stayed)";
        } else {
            text += "all asked before";
        }
        text += "; the median of " + std::to_string(times.rounds.size()) + " rounds";
        sheet.write_block(InkedText{text, Ink::Dim},
                          {.first = times.mode->cold ? "cold: " : "warm: ", .others = "      "});
    }
    if (run.stayed_cached.value_or(0) > kMuchCached) {
        sheet.write_block(
            InkedText{fixed(100 * *run.stayed_cached, 0) +
                          " % of the index stayed in memory or could not be looked at: another "
                          "program has it open, its files belong to somebody else, or they lie on "
                          "a file system in memory. Cold is not cold here.",
                      Ink::Match},
            {.first = "  ! ", .others = "    "});
    }
}

/// "1,234  (1,200–1,300)  × 1.86": the speed-up is over one thread.
std::string speed_text(const Throughput& row, const std::vector<Throughput>& all)
{
    const auto figure = figure_of(row.per_second);
    if (!figure) { return "–"; }
    std::string text = right(rate_text(figure->median), kColumn - 2) + " (" +
                       rate_text(figure->least) + "–" + rate_text(figure->most) + ")";
    for (const Throughput& one : all) {
        const auto alone = figure_of(one.per_second);
        const bool is_base = one.threads == 1 && one.facets == row.facets && row.threads > 1;
        if (is_base && alone) { text += " × " + fixed(figure->median / alone->median, 2); }
    }
    return row.failed == 0 ? text : text + ", " + with_commas(row.failed) + " failed";
}

void write_throughput(Sheet& sheet, const BenchRecord& record)
{
    if (record.throughput.empty()) { return; }
    constexpr std::size_t kSpeed = 33;
    std::map<std::uint64_t, std::array<std::string, 2>> rows;
    for (const Throughput& row : record.throughput) {
        rows[row.threads][row.facets ? 1 : 0] = speed_text(row, record.throughput);
    }
    sheet.write_break();
    sheet.write_line(InkedText{left("queries/s", kTitle) + left("  without facets", kSpeed) +
                                   (record.facets.empty() ? "" : "  with facets"),
                               Ink::Dim});
    for (const auto& [threads, speeds] : rows) {
        const std::string title = with_commas(threads) + (threads == 1 ? " thread" : " threads");
        sheet.write_line(InkedText{left(title, kTitle) + left(speeds[0], kSpeed) + speeds[1]});
    }
}

void write_slowest(Sheet& sheet, const BenchRun& run)
{
    if (run.record.modes.empty()) { return; }
    const ModeTimes& times = run.record.modes.back();
    const Times medians = medians_of(times);
    sheet.write_break();
    sheet.write_line(InkedText{right("ms", kColumn) + right("articles", kColumn) +
                                   right("line", kColumn - 3) + "  slowest queries (" +
                                   std::string{times.mode->title} + ")",
                               Ink::Dim});
    for (const std::size_t place : slowest(medians, kSlowest)) {
        const LoggedQuery& query = run.queries[place];
        InkedText row{right(fixed(*medians[place], 3), kColumn) +
                      right(with_commas(run.record.totals[place].value_or(0)), kColumn) +
                      right(std::to_string(query.line), kColumn - 3) + "  "};
        if (!query.name.empty()) { row.append(query.name + ": ", Ink::Dim); }
        row.append(query.text);
        sheet.write_line(std::move(row));
    }
}

void write_failures(Sheet& sheet, const BenchRun& run, std::ostream& out)
{
    if (run.failures.empty()) { return; }
    std::string line = "in no figure:";
    for (const auto& [reason, count] : reasons_of(run.failures)) {
        line += (line.ends_with(':') ? " " : ", ") + with_commas(count) + " " + reason;
    }
    sheet.write_break();
    sheet.write_line(InkedText{line, Ink::Match});
    for (std::size_t i = 0; i < std::min(run.failures.size(), kShownFailures); ++i) {
        const BenchFailure& failure = run.failures[i];
        const LoggedQuery& query = run.queries[failure.query];
        const std::string name = query.name.empty() ? "" : " (" + displayable(query.name) + ")";
        cli::report("line " + std::to_string(query.line) + name, failure.error, out);
    }
    if (run.failures.size() > kShownFailures) {
        sheet.write_line(InkedText{"and " + with_commas(run.failures.size() - kShownFailures) +
                                       " more; --format json lists all",
                                   Ink::Dim});
    }
}

}  // namespace

std::string fixed(double value, int digits)
{
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

std::string rate_text(double per_second)
{
    constexpr double kWhole = 100;
    if (per_second < kWhole) { return fixed(per_second, 1); }
    return with_commas(static_cast<std::uint64_t>(std::llround(per_second)));
}

std::string right(const std::string& text, std::size_t columns)
{
    return padding(text, columns) + text;
}

std::string left(const std::string& text, std::size_t columns)
{
    return text + padding(text, columns);
}

void write_run_text(const BenchRun& run, const std::optional<Comparison>& against,
                    const Style& style, std::ostream& out)
{
    Sheet sheet{out, style};
    write_head(sheet, run);
    write_figures(sheet, run.record);
    write_meaning(sheet, run);
    write_histogram(sheet, run.record);
    write_throughput(sheet, run.record);
    write_slowest(sheet, run);
    write_failures(sheet, run, out);
    if (against) { write_comparison(sheet, *against); }
}

}  // namespace dateline::searcher
