#include "benchmarks/compare/figure_tables.hpp"

#include "benchmarks/compare/figures.hpp"
#include "benchmarks/compare/markdown.hpp"
#include "benchmarks/compare/run_peers.hpp"
#include "benchmarks/split.hpp"

#include <set>

namespace dateline::compare {
namespace {

std::string with_spread(const Rounds& rounds, double scale, int digits)
{
    const auto figure = figure_of(rounds);
    if (!figure) { return "–"; }
    return fixed(figure->median * scale, digits) +
           (rounds.size() > 1 ? " ±" + fixed(figure->spread() * 50, 0) + " %" : "");
}

/// "1.21 ±2 %": a time, and half its range over the rounds.
std::string time_cell(const std::optional<Figure>& figure)
{
    if (!figure) { return "–"; }
    const std::string spread = fixed(figure->spread() * 50, 0);
    return milliseconds(figure->median) + (figure->spread() > 0 ? " ±" + spread + " %" : "");
}

std::size_t times_of(const RunRecord& run, const Asked& asked)
{
    std::size_t times = 0;
    for (const LatencyRecord& latency : run.latencies) {
        const bool same = latency.share == asked.share && latency.contender == asked.contender &&
                          latency.name == asked.name && latency.pass == asked.pass;
        times += same ? latency.times.size() : 0;
    }
    return times;
}

}  // namespace

std::string indexing_table(const RunRecord& run, const ShareRecord& share)
{
    MarkdownTable table{{"", "articles/s", "MB/s of text", "CPU s", "peak MB", "bytes / text"}};
    const auto bytes = static_cast<double>(share.text_bytes);
    const auto add = [&](const Peer& peer, const std::string& way) {
        const auto rounds = [&](auto value) {
            return indexing_rounds(run, share.share, peer.name, way, value);
        };
        const auto per_second = [](double amount) {
            return [amount](const IndexRecord& made) { return amount / made.seconds; };
        };
        table.add({way_text(peer, way),
                   with_spread(rounds(per_second(static_cast<double>(share.articles))), 1, 0),
                   with_spread(rounds(per_second(bytes / 1e6)), 1, 1),
                   with_spread(rounds(&IndexRecord::cpu_seconds), 1, 1),
                   with_spread(rounds(&IndexRecord::peak_bytes), 1e-6, 0),
                   with_spread(rounds(bytes_of), 1 / bytes, 2)});
    };
    for (const std::string_view way : split(peers().front()->ways, ' ')) {
        add(*peers().front(), std::string{way});
    }
    for (const auto& [peer, way] : peer_ways(run)) { add(*peer, way); }
    return table.text();
}

std::string parts_list(const RunRecord& run, const ShareRecord& share)
{
    std::string text;
    std::set<std::string> seen;
    for (const IndexRecord& made : run.indexing) {
        const std::string name = made.peer + " (" + made.way + ")";
        if (made.share != share.share || !seen.insert(name).second) { continue; }
        text += "- " + name + ":";
        for (const auto& [part, bytes] : made.parts) {
            text += ' ' + part + ' ' +
                    fixed(static_cast<double>(bytes) / static_cast<double>(share.text_bytes), 3) +
                    ",";
        }
        text.back() = '.';
        for (const auto& [phase, took] : made.phases) {
            text += ' ' + phase + ' ' + fixed(took, 1) + " s.";
        }
        text += '\n';
    }
    return text + '\n';
}

std::string latency_table(const RunRecord& run, const std::string& share)
{
    MarkdownTable table{{"class", "who", "times", "p50", "p90", "p99", "p50 again"}};
    for (const std::string& name : classes_of(run)) {
        for (const std::string& contender : contenders_of(run)) {
            const Asked first{share, contender, name, "first"};
            if (!latency_figure(run, first, 0.5)) { continue; }
            table.add({name, contender, std::to_string(times_of(run, first)),
                       time_cell(latency_figure(run, first, 0.5)),
                       time_cell(latency_figure(run, first, 0.9)),
                       time_cell(latency_figure(run, first, 0.99)),
                       time_cell(latency_figure(run, {share, contender, name, "again"}, 0.5))});
        }
    }
    return table.text();
}

std::string command_table(const RunRecord& run, const std::string& share)
{
    MarkdownTable table{{"ms", "p50", "p90", "p50, index not in memory", "opening, in process"}};
    for (const std::string& contender : contenders_of(run)) {
        const auto cell = [&](const char* name, const char* pass, double at) {
            return time_cell(latency_figure(run, {share, contender, name, pass}, at));
        };
        if (cell("command", "warm", 0.5) == "–") { continue; }
        table.add({contender, cell("command", "warm", 0.5), cell("command", "warm", 0.9),
                   cell("command", "evicted", 0.5), cell("open", "first", 0.5)});
    }
    return table.text();
}

std::string command_classes(const RunRecord& run, const std::string& share)
{
    std::vector<std::string> head{"ms", std::string{peers().front()->name}};
    for (const Peer* peer : other_peers(run)) { head.emplace_back(peer->name); }
    MarkdownTable table{head};
    for (const std::string& name : classes_of(run)) {
        std::vector<std::string> cells{name};
        for (std::size_t i = 1; i < head.size(); ++i) {
            const std::string command = "command " + name;
            cells.push_back(time_cell(latency_figure(run, {share, head[i], command, "warm"}, 0.5)));
        }
        if (cells[1] != "–") { table.add(cells); }
    }
    return table.text();
}

std::string fixed_table(const RunRecord& run, const std::string& share)
{
    std::vector<std::string> head{"ms"};
    const auto contenders = contenders_of(run);
    head.insert(head.end(), contenders.begin(), contenders.end());
    MarkdownTable table{head};
    for (const std::string& name : fixed_of(run)) {
        std::vector<std::string> cells{name.substr(name.find(' ') + 1)};
        for (const std::string& contender : contenders) {
            cells.push_back(time_cell(latency_figure(run, {share, contender, name, "again"}, 0.5)));
        }
        table.add(cells);
    }
    return table.text();
}

std::string agreement_table(const RunRecord& run, const std::string& share)
{
    MarkdownTable table{{"class", "peer", "same total as ours", "median difference"}};
    for (const AgreementRecord& a : run.agreements) {
        if (a.share != share) { continue; }
        table.add({a.name, a.peer, std::to_string(a.equal) + " of " + std::to_string(a.asked),
                   fixed(a.median_difference * 100, 2) + " %"});
    }
    return table.text();
}

}  // namespace dateline::compare
