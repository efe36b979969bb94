#include "benchmarks/compare/growth.hpp"

#include "benchmarks/compare/figures.hpp"
#include "benchmarks/compare/markdown.hpp"
#include "benchmarks/compare/statistics.hpp"
#include "benchmarks/split.hpp"
#include "common/text/number.hpp"

#include <functional>

namespace dateline::compare {
namespace {

/// The medians of a figure over the shares, smallest first; shares without it are left out.
GrowthLine line_of_figure(const RunRecord& run, std::string figure,
                          const std::function<Rounds(const std::string& share)>& rounds)
{
    GrowthLine line{.figure = std::move(figure)};
    for (auto share = run.shares.rbegin(); share != run.shares.rend(); ++share) {
        const auto found = figure_of(rounds(share->share));
        if (found) {
            line.points.emplace_back(static_cast<double>(share->articles), found->median);
        }
    }
    return line;
}

struct IndexingFigure {
    const char* name;
    double (*value)(const IndexRecord&);
};

constexpr IndexingFigure kIndexingFigures[] = {
    {"index, s", [](const IndexRecord& made) { return made.seconds; }},
    {"index, CPU s", [](const IndexRecord& made) { return made.cpu_seconds; }},
    {"index, MB on disk", [](const IndexRecord& made) { return bytes_of(made) / 1e6; }},
    {"index, peak MB",
     [](const IndexRecord& made) { return static_cast<double>(made.peak_bytes) / 1e6; }},
};

struct LatencyFigure {
    const char* name;
    double at;
};

constexpr LatencyFigure kLatencyFigures[] = {{"p50", 0.5}, {"p99", 0.99}};

}  // namespace

std::vector<GrowthLine> growth_lines(const RunRecord& run)
{
    std::vector<GrowthLine> lines;
    const auto add = [&lines](GrowthLine line) {
        if (line.points.size() >= 2) { lines.push_back(std::move(line)); }
    };
    for (const IndexingFigure& figure : kIndexingFigures) {
        for (const Peer* peer : peers()) {
            for (const std::string_view way : split(peer->ways, ' ')) {
                const std::string who = std::string{peer->name} + " (" + std::string{way} + ")";
                add(line_of_figure(run, who + ": " + figure.name, [&](const std::string& share) {
                    return indexing_rounds(run, share, peer->name, way, figure.value);
                }));
            }
        }
    }
    std::vector<std::string> names = classes_of(run);
    names.emplace_back("command");
    for (const std::string& name : names) {
        const char* pass = name == "command" ? "warm" : "first";
        for (const std::string& contender : contenders_of(run)) {
            for (const LatencyFigure& figure : kLatencyFigures) {
                const auto rounds = [&](const std::string& share) {
                    return latency_rounds(run, {share, contender, name, pass}, figure.at);
                };
                add(line_of_figure(run, contender + ": " + name + ", " + figure.name + " ms",
                                   rounds));
            }
        }
    }
    return lines;
}

std::string growth_of(const RunRecord& run)
{
    std::vector<std::string> head{"figure"};
    for (auto share = run.shares.rbegin(); share != run.shares.rend(); ++share) {
        head.push_back(with_commas(share->articles) + " articles");
    }
    head.emplace_back("exponent");
    MarkdownTable table{head};
    for (const GrowthLine& line : growth_lines(run)) {
        std::vector<std::string> cells{line.figure};
        std::size_t point = 0;
        for (auto share = run.shares.rbegin(); share != run.shares.rend(); ++share) {
            const bool there = point < line.points.size() &&
                               line.points[point].first == static_cast<double>(share->articles);
            cells.push_back(there ? milliseconds(line.points[point].second) : "–");
            point += there ? 1 : 0;
        }
        const auto exponent = growth_exponent(line.points);
        cells.push_back(exponent ? fixed(*exponent, 2) : "–");
        table.add(cells);
    }
    return table.empty() ? "One share only.\n\n" : table.text();
}

}  // namespace dateline::compare
