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

/// The peers of a run but Dateline.
std::vector<const Peer*> other_peers(const RunRecord& run)
{
    std::vector<const Peer*> others;
    for (const Peer* peer : peers().subspan(1)) {
        if (run.versions.contains(std::string{peer->name})) { others.push_back(peer); }
    }
    return others;
}

/// Each with the ways in which it indexed.
std::vector<std::pair<const Peer*, std::string>> peer_ways(const RunRecord& run)
{
    std::vector<std::pair<const Peer*, std::string>> ways;
    for (const Peer* peer : other_peers(run)) {
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
bool same_question(const RunRecord& run, const Asked& asked)
{
    const std::string_view plain = asked.name.substr(0, asked.name.find('+'));
    const std::string_view peer = asked.contender.substr(0, asked.contender.find('-'));
    return std::none_of(run.agreements.begin(), run.agreements.end(), [&](const auto& agreement) {
        return agreement.share == asked.share && agreement.peer == peer &&
               agreement.name == plain && agreement.median_difference > kSameQuestion;
    });
}

/// Who is compared with: everybody but Dateline as the peers are asked.
std::vector<std::string> others_of(const RunRecord& run)
{
    std::vector<std::string> others = contenders_of(run);
    others.erase(std::remove(others.begin(), others.end(), "dateline"), others.end());
    return others;
}

std::string ratio_cell(const RunRecord& run, const Asked& theirs, double at)
{
    Asked ours = theirs;
    ours.contender = "dateline";
    const auto ratio = ratio_of(latency_rounds(run, ours, at), latency_rounds(run, theirs, at));
    return text_of(ratio) + (ratio && !same_question(run, theirs) ? " †" : "");
}

std::string latency_ratios(const RunRecord& run, const std::string& share, std::string_view pass,
                           double at)
{
    std::vector<std::string> head{"ours / theirs"};
    const auto others = others_of(run);
    head.insert(head.end(), others.begin(), others.end());
    MarkdownTable table{head};
    for (const std::string& name : classes_of(run)) {
        std::vector<std::string> cells{name};
        for (const std::string& contender : others) {
            cells.push_back(ratio_cell(run, {share, contender, name, pass}, at));
        }
        table.add(cells);
    }
    return table.text();
}

std::string command_ratios(const RunRecord& run, const std::string& share)
{
    std::vector<std::string> head{"ours / theirs"};
    for (const Peer* peer : other_peers(run)) { head.emplace_back(peer->shown); }
    MarkdownTable table{head};
    const struct {
        const char* what;
        const char* pass;
        double at;
    } rows[] = {
        {"p50", "warm", 0.5}, {"p90", "warm", 0.9}, {"p50, index not in memory", "evicted", 0.5}};
    for (const auto& row : rows) {
        std::vector<std::string> cells{row.what};
        for (const Peer* peer : other_peers(run)) {
            cells.push_back(ratio_cell(run, {share, peer->name, "command", row.pass}, row.at));
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

/// p50 of whole commands by class.
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
            cells.push_back(time_cell(latency_figure(run, {share, contender, name, "again"}, 0.5)));
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
           "\nA ratio is the median over the rounds, ± half its range. Where that range is wider "
           "than the\ndifference from 1, no ratio is claimed: \"≈ 1\" or \"?\" and the range. † "
           "the "
           "peer's totals differ\nfrom ours by more than 5 % in the median: not quite the same "
           "question. Behind a figure stands half\nits range over the rounds; smaller shares of "
           "the "
           "corpus have one round. What each step is, and where\nthe peers mean something else by "
           "a question: [benchmarks/README.md](../../README.md).\n\n";
}

}  // namespace

std::string summary_of(const RunRecord& run)
{
    const ShareRecord& share = run.shares.front();
    const std::string& name = share.share;
    return heading(run, share) + "## Indexing\n\n" + indexing_ratios(run, name) +
           "![throughput](throughput.svg) ![size](size.svg)\n\n## Questions, in process, never "
           "asked before: p50\n\n" +
           latency_ratios(run, name, "first", 0.5) +
           "![latency](latency.svg)\n\n## The same: p99\n\n" +
           latency_ratios(run, name, "first", 0.99) +
           "## Asked again: p50\n\nCached, where there is a cache; Lucene's is off.\n\n" +
           latency_ratios(run, name, "again", 0.5) + "## The whole command, as at a shell\n\n" +
           command_ratios(run, name) + command_table(run, name) +
           "By class, the index in memory: p50 in ms\n\n" + command_classes(run, name) +
           "## Growth\n\n![growth](growth.svg)\n\n" + growth_of(run) +
           "## Indexing, in figures\n\n" + indexing_table(run, share) +
           "Parts, as shares of the text:\n\n" + parts_list(run, share) +
           "## Latencies, in ms\n\n" + latency_table(run, name) +
           "## The fixed list, asked over and over: p50 in ms\n\n" + fixed_table(run, name) +
           "## Do they find the same?\n\nStemmers and stop words differ: see " +
           "[benchmarks/README.md](../../README.md).\n\n" + agreement_table(run, name) +
           "## Not answered\n\n" + refusals(run);
}

}  // namespace dateline::compare
