#include "benchmarks/compare/summary.hpp"

#include "benchmarks/compare/figures.hpp"
#include "benchmarks/compare/growth.hpp"
#include "benchmarks/compare/markdown.hpp"
#include "benchmarks/compare/statistics.hpp"
#include "benchmarks/split.hpp"
#include "common/text/number.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace dateline::compare {
namespace {

/// Above this median difference of totals a class is not the same question for both.
constexpr double kSameQuestion = 0.05;

/// The peers of a run but Dateline, each with the ways it indexed.
std::vector<std::pair<const Peer*, std::string>> peer_ways(const RunRecord& run)
{
    std::vector<std::pair<const Peer*, std::string>> ways;
    for (const Peer* peer : peers()) {
        if (peer == peers().front() || !run.versions.contains(std::string{peer->name})) {
            continue;
        }
        for (const std::string_view way : split(peer->ways, ' ')) {
            ways.emplace_back(peer, std::string{way});
        }
    }
    return ways;
}

std::string way_text(const Peer& peer, std::string_view way)
{
    return std::string{peer.shown} +
           (peer.ways.find(' ') == std::string_view::npos ? "" : ", " + std::string{way});
}

double seconds(const IndexRecord& made) { return made.seconds; }
double cpu_seconds(const IndexRecord& made) { return made.cpu_seconds; }
double peak_bytes(const IndexRecord& made) { return static_cast<double>(made.peak_bytes); }

/// One of the figures of indexing that is compared.
struct IndexingRow {
    std::string_view what;
    std::string_view way;  ///< of Dateline
    double (*value)(const IndexRecord&);
    bool rate;  ///< text per value: more is better
};

constexpr IndexingRow kIndexingRows[] = {
    {"MB/s, nothing detected (more is better)", "none", seconds, true},
    {"MB/s, all detected (more is better)", "all", seconds, true},
    {"CPU seconds, nothing detected (less is better)", "none", cpu_seconds, false},
    {"CPU seconds, all detected", "all", cpu_seconds, false},
    {"peak memory, all detected", "all", peak_bytes, false},
    {"bytes on disk, all detected", "all", bytes_of, false},
};

std::string indexing_ratios(const RunRecord& run, const std::string& share)
{
    std::vector<std::string> head{"ours / theirs"};
    const auto ways = peer_ways(run);
    for (const auto& [peer, way] : ways) { head.push_back(way_text(*peer, way)); }
    MarkdownTable table{head};
    for (const IndexingRow& row : kIndexingRows) {
        std::vector<std::string> cells{std::string{row.what}};
        const Rounds ours = indexing_rounds(run, share, "dateline", row.way, row.value);
        for (const auto& [peer, way] : ways) {
            const Rounds theirs = indexing_rounds(run, share, peer->name, way, row.value);
            cells.push_back(text_of(row.rate ? ratio_of(theirs, ours) : ratio_of(ours, theirs)));
        }
        table.add(cells);
    }
    return table.text();
}

/// Whether the totals of a class differ too much to compare times.
bool same_question(const RunRecord& run, std::string_view contender, std::string_view name)
{
    const std::string_view plain = name.substr(0, name.find('+'));
    const std::string_view peer = contender.substr(0, contender.find('-'));
    return std::none_of(run.agreements.begin(), run.agreements.end(), [&](const auto& agreement) {
        return agreement.peer == peer && agreement.name == plain &&
               agreement.median_difference > kSameQuestion;
    });
}

std::string latency_ratios(const RunRecord& run, const std::string& share, std::string_view pass,
                           double LatencyRecord::*value)
{
    std::vector<std::string> head{"ours / theirs"};
    std::vector<std::string> others = contenders_of(run);
    others.erase(std::remove(others.begin(), others.end(), "dateline"), others.end());
    head.insert(head.end(), others.begin(), others.end());
    MarkdownTable table{head};
    for (const std::string& name : classes_of(run)) {
        const Rounds ours = latency_rounds(run, share, "dateline", name, pass, value);
        std::vector<std::string> cells{name};
        for (const std::string& contender : others) {
            const auto ratio =
                ratio_of(ours, latency_rounds(run, share, contender, name, pass, value));
            const bool mark = ratio && !same_question(run, contender, name);
            cells.push_back(text_of(ratio) + (mark ? " †" : ""));
        }
        table.add(cells);
    }
    return table.text();
}

std::string with_spread(const Rounds& rounds, double scale, int digits)
{
    const auto figure = figure_of(rounds);
    if (!figure) { return "–"; }
    return fixed(figure->median * scale, digits) +
           (rounds.size() > 1 ? " ±" + fixed(figure->spread() * 50, 0) + " %" : "");
}

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
                   with_spread(rounds(cpu_seconds), 1, 1), with_spread(rounds(peak_bytes), 1e-6, 0),
                   with_spread(rounds(bytes_of), 1 / bytes, 2)});
    };
    for (const std::string_view way : split(peers().front()->ways, ' ')) {
        add(*peers().front(), std::string{way});
    }
    for (const auto& [peer, way] : peer_ways(run)) { add(*peer, way); }
    return table.text();
}

/// Parts of each index as shares of the text, and what the indexers say of their phases.
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
    MarkdownTable table{{"class", "who", "p50", "p90", "p99", "spread of p50", "p50 cached"}};
    for (const std::string& name : classes_of(run)) {
        for (const std::string& contender : contenders_of(run)) {
            const auto figure = [&](const char* pass, double LatencyRecord::*value) {
                return figure_of(latency_rounds(run, share, contender, name, pass, value));
            };
            const auto p50 = figure("first", &LatencyRecord::p50);
            const auto cached = figure("again", &LatencyRecord::p50);
            if (!p50) { continue; }
            table.add({name, contender, milliseconds(p50->median),
                       milliseconds(figure("first", &LatencyRecord::p90)->median),
                       milliseconds(figure("first", &LatencyRecord::p99)->median),
                       "±" + fixed(p50->spread() * 50, 0) + " %",
                       cached ? milliseconds(cached->median) : "–"});
        }
    }
    return table.text();
}

std::string command_table(const RunRecord& run, const std::string& share)
{
    MarkdownTable table{{"ms", "p50", "p90", "p50, index not in memory", "opening, in process"}};
    for (const std::string& contender : contenders_of(run)) {
        const auto figure = [&](const char* name, const char* pass, double LatencyRecord::*value) {
            const auto found = figure_of(latency_rounds(run, share, contender, name, pass, value));
            return found ? milliseconds(found->median) : "–";
        };
        if (figure("command", "warm", &LatencyRecord::p50) == "–") { continue; }
        table.add({contender, figure("command", "warm", &LatencyRecord::p50),
                   figure("command", "warm", &LatencyRecord::p90),
                   figure("command", "evicted", &LatencyRecord::p50),
                   figure("open", "first", &LatencyRecord::p50)});
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

/// The questions of fixed.tsv, each in a row: what it takes when asked again and again.
std::string fixed_table(const RunRecord& run, const std::string& share)
{
    std::vector<std::string> head{"ms"};
    const auto contenders = contenders_of(run);
    head.insert(head.end(), contenders.begin(), contenders.end());
    MarkdownTable table{head};
    for (const std::string& name : fixed_of(run)) {
        std::vector<std::string> cells{name.substr(name.find(' ') + 1)};
        for (const std::string& contender : contenders) {
            const auto figure = figure_of(
                latency_rounds(run, share, contender, name, "again", &LatencyRecord::p50));
            cells.push_back(figure ? milliseconds(figure->median) : "–");
        }
        table.add(cells);
    }
    return table.text();
}

/// What was refused or failed: by contender and reason, with the classes it befell.
std::string refusals(const RunRecord& run)
{
    struct Failures {
        std::vector<std::string> names{};
        std::size_t failed = 0;
        std::size_t asked = 0;
    };
    std::map<std::string, Failures> by_reason;
    for (const LatencyRecord& latency : run.latencies) {
        if (latency.failed == 0) { continue; }
        Failures& failures = by_reason[latency.contender + ": " + latency.refusal];
        failures.failed += latency.failed;
        failures.asked += latency.asked;
        const auto found = std::find(failures.names.begin(), failures.names.end(), latency.name);
        if (found == failures.names.end()) { failures.names.push_back(latency.name); }
    }
    std::string text;
    for (const auto& [reason, failures] : by_reason) {
        text += "- " + reason + " — " + std::to_string(failures.failed) + " of " +
                std::to_string(failures.asked) + " questions of";
        for (const std::string& name : failures.names) { text += " `" + name + "`"; }
        text += '\n';
    }
    return text.empty() ? "Everything was answered.\n\n" : text + '\n';
}

std::string heading(const RunRecord& run, const ShareRecord& share)
{
    std::string text = "# Dateline beside its peers, " + run.date.substr(0, 10) + "\n\n";
    text += with_commas(share.articles) + " articles, " +
            fixed(static_cast<double>(share.text_bytes) / 1e6, 1) + " MB of text (";
    for (std::size_t i = 0; i < run.corpus.size(); ++i) {
        text += (i == 0 ? "" : ", ") + run.corpus[i];
    }
    text += "). " + run.machine + ". Commit " + run.commit + ", seed " + std::to_string(run.seed) +
            ", " + std::to_string(run.questions) + " distinct questions a class, " +
            std::to_string(run.rounds) + " rounds.\n\n";
    for (const Peer* peer : peers()) {
        const auto version = run.versions.find(std::string{peer->name});
        if (version == run.versions.end()) { continue; }
        text += "- **" + std::string{peer->shown} + "** (" + version->second +
                "): " + std::string{peer->note} + ".\n";
    }
    return text +
           "\nA ratio is the median over the rounds, ± half its range. Where that range is "
           "wider than the\ndifference from 1, no ratio is claimed: \"≈ 1\" and the range. "
           "\"?\": one round only. † the peer's totals differ from ours\nby more than 5 % in the "
           "median: not quite "
           "the same question.\n\n";
}

}  // namespace

std::string summary_of(const RunRecord& run)
{
    const ShareRecord& share = run.shares.front();
    const std::string& name = share.share;
    return heading(run, share) + "## Indexing\n\n" + indexing_ratios(run, name) +
           "![throughput](throughput.svg) ![size](size.svg)\n\n## Questions, in process, never "
           "asked "
           "before: p50\n\n" +
           latency_ratios(run, name, "first", &LatencyRecord::p50) +
           "![latency](latency.svg)\n\n## The same: p99\n\n" +
           latency_ratios(run, name, "first", &LatencyRecord::p99) +
           "## Asked again (cached, where there is a cache): p50\n\n" +
           latency_ratios(run, name, "again", &LatencyRecord::p50) +
           "## The whole command, as at a shell\n\n" + command_table(run, name) + "## Growth\n\n" +
           growth_of(run) + "![growth](growth.svg)\n\n" + "## Indexing, in figures\n\n" +
           indexing_table(run, share) + "Parts, as shares of the text:\n\n" +
           parts_list(run, share) + "## Latencies, in ms\n\n" + latency_table(run, name) +
           "## The fixed list, asked over and over: p50 in ms\n\n" + fixed_table(run, name) +
           "## Do they find the same?\n\n" + agreement_table(run, name) + "## Not answered\n\n" +
           refusals(run);
}

}  // namespace dateline::compare
