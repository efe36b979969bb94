#include "benchmarks/compare/summary.hpp"

#include "benchmarks/compare/figure_tables.hpp"
#include "benchmarks/compare/growth.hpp"
#include "benchmarks/compare/markdown.hpp"
#include "benchmarks/compare/peer.hpp"
#include "benchmarks/compare/ratios.hpp"
#include "common/text/number.hpp"

#include <algorithm>
#include <map>

namespace dateline::compare {
namespace {

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
