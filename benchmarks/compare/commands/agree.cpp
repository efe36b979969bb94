// agree: whether two runs say the same: the p50 ratios of every class, side by side.
#include "benchmarks/compare/commands/command.hpp"
#include "benchmarks/compare/figures.hpp"
#include "benchmarks/compare/markdown.hpp"
#include "benchmarks/compare/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::compare {
namespace {

/// Two runs of one program on a quiet machine differ by less.
constexpr double kAgree = 0.10;

std::optional<Ratio> p50_ratio(const RunRecord& run, const std::string& name,
                               const std::string& contender)
{
    const std::string& share = run.shares.front().share;
    return ratio_of(latency_rounds(run, {share, "dateline", name, "first"}, 0.5),
                    latency_rounds(run, {share, contender, name, "first"}, 0.5));
}

Result<int> run_agree(const Call& call)
{
    if (call.arguments.size() != 2) { return fail(ErrorKind::Usage, "agree takes two folders"); }
    const auto first = read_record(std::filesystem::path{call.arguments[0]} / "raw.json");
    if (!first) { return Failure{first.error()}; }
    const auto second = read_record(std::filesystem::path{call.arguments[1]} / "raw.json");
    if (!second) { return Failure{second.error()}; }
    MarkdownTable table{{"class", "beside", "first run", "second run", "difference"}};
    std::size_t compared = 0;
    std::size_t agreeing = 0;
    for (const std::string& name : classes_of(*first)) {
        for (const std::string& contender : contenders_of(*first)) {
            const auto a = p50_ratio(*first, name, contender);
            const auto b = p50_ratio(*second, name, contender);
            if (contender == "dateline" || !a || !b) { continue; }
            const double difference = b->figure.median / a->figure.median - 1;
            ++compared;
            agreeing += std::abs(difference) <= kAgree ? 1 : 0;
            table.add(
                {name, contender, text_of(a), text_of(b),
                 fixed(difference * 100, 1) + " %" + (std::abs(difference) <= kAgree ? "" : " *")});
        }
    }
    call.out << "# Two runs: p50 ratios, ours / theirs, never asked before\n\n"
             << table.text() << agreeing << " of " << compared << " agree within "
             << fixed(kAgree * 100, 0) << " %; * marks the others.\n";
    return agreeing == compared ? 0 : 1;
}

}  // namespace

extern const Command agree_command{
    .name = "agree",
    .arguments = "RUN RUN",
    .summary = "Compares the ratios of two runs: 0 if all agree within 10 %, else 1",
    .example = "dateline-compare agree benchmarks/runs/a benchmarks/runs/b",
    .run = run_agree,
};

}  // namespace dateline::compare
