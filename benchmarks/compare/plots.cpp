#include "benchmarks/compare/plots.hpp"

#include "benchmarks/compare/figures.hpp"
#include "benchmarks/compare/markdown.hpp"
#include "benchmarks/compare/peer.hpp"
#include "benchmarks/compare/read_text.hpp"
#include "benchmarks/compare/statistics.hpp"
#include "benchmarks/split.hpp"
#include "common/text/number.hpp"

#include <algorithm>
#include <array>
#include <fstream>

namespace dateline::compare {
namespace {

/// How a contender is drawn: its peer's colour and shape, hollow unless it was asked plainly.
struct Look {
    std::string_view colour;
    int point;
};

Look look_of(std::string_view contender)
{
    const std::string_view name = contender.substr(0, contender.find('-'));
    for (const Peer* peer : peers()) {
        if (peer->name == name) {
            return {peer->colour, peer->point - (name == contender ? 0 : 1)};
        }
    }
    return {"#000000", 1};
}

/// What the parts of all peers are called in the plot of sizes.
struct PartName {
    std::string_view part;
    std::size_t category;
};

constexpr std::array<std::string_view, 5> kCategories{"postings and vocabulary",
                                                      "positions, tokens", "stored text",
                                                      "facets, values, names", "the rest"};
constexpr std::array<std::string_view, 5> kCategoryColours{"#0072B2", "#E69F00", "#009E73",
                                                           "#CC79A7", "#999999"};
constexpr PartName kParts[] = {
    {"postings", 0},      {"vocabulary", 0}, {"positions", 1}, {"tokens", 1}, {"bodies", 2},
    {"stored fields", 2}, {"doc values", 3}, {"columns", 3},   {"names", 3},
};

std::size_t category_of(std::string_view part)
{
    for (const PartName& known : kParts) {
        if (known.part == part) { return known.category; }
    }
    return kCategories.size() - 1;
}

std::string in_quotes(std::string_view text) { return '"' + std::string{text} + '"'; }

std::string begin_plot(std::string_view file, int width, int height)
{
    return "reset\nset terminal svg size " + std::to_string(width) + ',' + std::to_string(height) +
           " font 'DejaVu Sans,13' background rgb 'white'\nset output '" + std::string{file} +
           "'\nset border 3 lc rgb '#555555'\nset tics nomirror\nset grid lc rgb '#dddddd' lt 1\n";
}

/// Dots on a logarithmic scale: a row for each class, a shape for each contender.
std::string latency_plot(const RunRecord& run)
{
    const auto classes = classes_of(run);
    std::string script =
        begin_plot("latency.svg", 900, 120 + 24 * static_cast<int>(classes.size()));
    std::string tics;
    std::string plots;
    for (const std::string& contender : contenders_of(run)) {
        std::string block = contender;
        std::replace(block.begin(), block.end(), '-', '_');
        script += "$" + block + " << EOD\n";
        for (std::size_t i = 0; i < classes.size(); ++i) {
            const auto figure =
                latency_figure(run, {run.shares.front().share, contender, classes[i]}, 0.5);
            script += (figure ? fixed(figure->median, 5) : "NaN") + ' ' + std::to_string(i) + '\n';
        }
        script += "EOD\n";
        const Look look = look_of(contender);
        plots += (plots.empty() ? "plot $" : ", $") + block + " using 1:2 with points pt " +
                 std::to_string(look.point) + " ps 0.9 lc rgb '" + std::string{look.colour} +
                 "' title " + in_quotes(contender);
    }
    for (std::size_t i = 0; i < classes.size(); ++i) {
        tics += (i == 0 ? "" : ", ") + in_quotes(classes[i]) + ' ' + std::to_string(i);
    }
    return script + "set title 'Latency in process, asked for the first time: p50'\n" +
           "set xlabel 'milliseconds (less is better)'\nset logscale x\nset format x '%g'\n" +
           "set yrange [" + std::to_string(classes.size()) + ":-1]\nset ytics (" + tics + ")\n" +
           "set key outside top center horizontal\n" + plots + "\n";
}

/// Every way of indexing, Dateline's first.
std::vector<std::pair<std::string, std::string>> ways_of(const RunRecord& run)
{
    std::vector<std::pair<std::string, std::string>> ways;
    for (const IndexRecord& made : run.indexing) {
        const auto way = std::pair{made.peer, made.way};
        if (std::find(ways.begin(), ways.end(), way) == ways.end()) { ways.push_back(way); }
    }
    return ways;
}

std::string way_tics(const std::vector<std::pair<std::string, std::string>>& ways)
{
    std::string tics;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        tics += (i == 0 ? "" : ", ") + in_quotes(ways[i].first + " (" + ways[i].second + ")") +
                ' ' + std::to_string(i);
    }
    return "set yrange [" + std::to_string(ways.size()) + " - 0.4:-0.6]\nset ytics (" + tics +
           ")\n";
}

/// A box from `begin` to `end` in the row of a way.
std::string box(double begin, double end, std::size_t row)
{
    return fixed(begin, 4) + ' ' + fixed(end, 4) + ' ' + std::to_string(row) + '\n';
}

constexpr std::string_view kBoxes =
    " using (($1+$2)/2):3:(($2-$1)/2):(0.32) with boxxyerror fs solid 1 noborder lc rgb '";

std::string throughput_plot(const RunRecord& run)
{
    const auto ways = ways_of(run);
    const ShareRecord& share = run.shares.front();
    std::string ours;
    std::string theirs;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const auto figure =
            figure_of(indexing_rounds(run, share.share, ways[i].first, ways[i].second,
                                      [](const IndexRecord& made) { return made.seconds; }));
        const double rate = static_cast<double>(share.text_bytes) / 1e6 / figure->median;
        (ways[i].first == "dateline" ? ours : theirs) += box(0, rate, i);
    }
    std::string script =
        begin_plot("throughput.svg", 700, 90 + 34 * static_cast<int>(ways.size())) +
        "$ours << EOD\n" + ours + "EOD\n$theirs << EOD\n" + theirs + "EOD\n" +
        "set title 'Indexing'\nset xlabel 'MB of text a second (more is better)'\n" +
        "set xrange [0:*]\nset key off\n" + way_tics(ways) + "plot $ours" + std::string{kBoxes} +
        "#D55E00'";
    if (!theirs.empty()) { script += ", $theirs" + std::string{kBoxes} + "#0072B2'"; }
    return script + "\n";
}

/// Boxes end to end, a colour for each kind of part.
std::string size_plot(const RunRecord& run)
{
    const auto ways = ways_of(run);
    const ShareRecord& share = run.shares.front();
    std::array<std::string, kCategories.size()> blocks;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const auto made =
            std::find_if(run.indexing.begin(), run.indexing.end(), [&](const IndexRecord& record) {
                return record.share == share.share && record.peer == ways[i].first &&
                       record.way == ways[i].second;
            });
        if (made == run.indexing.end()) { continue; }
        std::array<double, kCategories.size()> sizes{};
        for (const auto& [part, bytes] : made->parts) {
            sizes[category_of(part)] +=
                static_cast<double>(bytes) / static_cast<double>(share.text_bytes);
        }
        double begin = 0;
        for (std::size_t c = 0; c < sizes.size(); ++c) {
            blocks[c] += box(begin, begin + sizes[c], i);
            begin += sizes[c];
        }
    }
    std::string script = begin_plot("size.svg", 700, 130 + 34 * static_cast<int>(ways.size()));
    std::string plots;
    for (std::size_t c = 0; c < blocks.size(); ++c) {
        const std::string name = "$part" + std::to_string(c);
        script += name + " << EOD\n" + blocks[c] + "EOD\n";
        plots += (c == 0 ? "plot " : ", ") + name + std::string{kBoxes} +
                 std::string{kCategoryColours[c]} + "' title " + in_quotes(kCategories[c]);
    }
    return script + "set title 'Size on disk'\n" +
           "set xlabel 'bytes of index for each byte of text (less is better)'\n" +
           "set xrange [0:*]\nset key outside top center horizontal\n" + way_tics(ways) + plots +
           "\n";
}

/// One panel of the plot of growth: lines over the number of articles.
struct Panel {
    std::string title{};
    std::string unit{};
    /// What is drawn: its name, its look, its values by share.
    struct Line {
        std::string name{};
        Look look{};
        std::vector<std::pair<double, double>> points{};
    };
    std::vector<Line> lines{};
};

std::string panel_script(const Panel& panel, std::string_view prefix)
{
    std::string script =
        "set title " + in_quotes(panel.title) + "\nset ylabel " + in_quotes(panel.unit) + "\n";
    std::string plots;
    for (std::size_t i = 0; i < panel.lines.size(); ++i) {
        const Panel::Line& line = panel.lines[i];
        const std::string name = "$" + std::string{prefix} + std::to_string(i);
        script += name + " << EOD\n";
        for (const auto& [x, y] : line.points) { script += fixed(x, 0) + ' ' + fixed(y, 5) + '\n'; }
        script += "EOD\n";
        plots += (i == 0 ? "plot " : ", ") + name + " using 1:2 with linespoints lw 2 pt " +
                 std::to_string(line.look.point) + " lc rgb '" + std::string{line.look.colour} +
                 "' title " + in_quotes(line.name);
    }
    return panel.lines.empty() ? std::string{} : script + plots + "\n";
}

Panel indexing_panel(const RunRecord& run)
{
    Panel panel{.title = "Indexing everything", .unit = "seconds"};
    for (const auto& [peer, way] : ways_of(run)) {
        Panel::Line line{.name = peer + " (" + way + ")", .look = look_of(peer)};
        const bool is_known = std::any_of(
            panel.lines.begin(), panel.lines.end(),
            [&line](const auto& other) { return other.look.colour == line.look.colour; });
        if (is_known) { --line.look.point; }  // a second way of the same peer: hollow
        for (const ShareRecord& share : run.shares) {
            const auto figure = figure_of(indexing_rounds(
                run, share.share, peer, way, [](const IndexRecord& made) { return made.seconds; }));
            if (figure) {
                line.points.emplace_back(static_cast<double>(share.articles), figure->median);
            }
        }
        panel.lines.push_back(std::move(line));
    }
    return panel;
}

/// The widest class with words: four of them, any of which will do.
Panel latency_panel(const RunRecord& run)
{
    Panel panel{.title = "Four words, any of them: p50", .unit = "milliseconds"};
    for (const std::string& contender : contenders_of(run)) {
        Panel::Line line{.name = contender, .look = look_of(contender)};
        for (const ShareRecord& share : run.shares) {
            const auto figure = latency_figure(run, {share.share, contender, "or"}, 0.5);
            if (figure) {
                line.points.emplace_back(static_cast<double>(share.articles), figure->median);
            }
        }
        if (!line.points.empty()) { panel.lines.push_back(std::move(line)); }
    }
    return panel;
}

/// A tic for each share, and room beside the first and the last.
std::string share_tics(const RunRecord& run)
{
    std::string tics;
    for (const ShareRecord& share : run.shares) {
        tics += (tics.empty() ? "" : ", ") + in_quotes(with_commas(share.articles)) + ' ' +
                std::to_string(share.articles);
    }
    return "set xrange [" + fixed(static_cast<double>(run.shares.back().articles) / 1.4, 0) + ':' +
           fixed(static_cast<double>(run.shares.front().articles) * 1.4, 0) + "]\nset xtics (" +
           tics + ")\nset grid noxtics\n";
}

std::string growth_plot(const RunRecord& run)
{
    return begin_plot("growth.svg", 1000, 520) +
           "set logscale xy\nset format y '%g'\nset xlabel 'articles'\n" + share_tics(run) +
           "set key below\nset multiplot layout 1,2\n" +
           panel_script(indexing_panel(run), "indexing") +
           panel_script(latency_panel(run), "latency") + "unset multiplot\n";
}

}  // namespace

std::string plot_script(const RunRecord& run)
{
    return "set encoding utf8\n" + latency_plot(run) + throughput_plot(run) + size_plot(run) +
           growth_plot(run);
}

Status draw_plots(const RunRecord& run, const std::filesystem::path& folder)
{
    const auto script = folder / "plots.gp";
    const auto errors = folder / "plots.errors";
    std::ofstream{script, std::ios::binary} << plot_script(run);
    const auto cost = run_command({"sh", "-c", "cd \"$1\" && gnuplot plots.gp", "sh", folder},
                                  "/dev/null", errors);
    const auto problem = read_text(errors);
    std::error_code ignored;
    std::filesystem::remove(script, ignored);
    std::filesystem::remove(errors, ignored);
    if (!cost) { return Failure{cost.error()}; }
    if (cost->exit_code != 0) {
        return fail(ErrorKind::Io, "gnuplot failed: " + (problem ? *problem : std::string{}),
                    "scripts/compare installs gnuplot-nox");
    }
    return Done{};
}

}  // namespace dateline::compare
