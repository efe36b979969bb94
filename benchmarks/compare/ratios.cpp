#include "benchmarks/compare/ratios.hpp"

#include "benchmarks/compare/figures.hpp"
#include "benchmarks/compare/markdown.hpp"
#include "benchmarks/compare/run_peers.hpp"
#include "benchmarks/compare/statistics.hpp"

#include <algorithm>

namespace dateline::compare {
namespace {

/// Above this median difference of totals a class is not the same question for both.
constexpr double kSameQuestion = 0.05;

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

}  // namespace

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

}  // namespace dateline::compare
