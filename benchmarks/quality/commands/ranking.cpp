// ranking: indexes documents, asks the queries as people would paste them, scores by judgments.
#include "benchmarks/quality/commands/command.hpp"
#include "benchmarks/quality/figures.hpp"
#include "benchmarks/quality/measure_files.hpp"
#include "benchmarks/quality/ranking_task.hpp"
#include "benchmarks/quality/table.hpp"
#include "common/text/number.hpp"

#include <algorithm>

namespace dateline::quality {
namespace {

constexpr std::size_t kWorst = 5;

void print_worst(RankingRun& run, std::ostream& out)
{
    std::stable_sort(run.answers.begin(), run.answers.end(), [](const Answer& a, const Answer& b) {
        return a.scores.average_precision < b.scores.average_precision;
    });
    Table table{{"worst queries", "AP"}};
    for (std::size_t i = 0; i < std::min(kWorst, run.answers.size()); ++i) {
        const Answer& answer = run.answers[i];
        table.add({answer.query->id + "  " + answer.query->text,
                   as_ratio(answer.scores.average_precision)});
    }
    table.print(out);
    for (const std::string& refused : run.refused) { out << "  refused: " << refused << '\n'; }
    if (run.without_judgments > 0) {
        out << "  left out, nothing is relevant: " << run.without_judgments << '\n';
    }
}

void print(RankingRun& run, std::size_t documents, Figures& figures, std::ostream& out)
{
    const Mean map = mean_over(run, &RankingScores::average_precision);
    const Mean ndcg10 = mean_over(run, &RankingScores::ndcg10);
    const Mean precision5 = mean_over(run, &RankingScores::precision5);
    const Mean recall100 = mean_over(run, &RankingScores::recall100);
    out << with_commas(documents) << " documents, " << run.answers.size() << " queries\n";
    Table table{{"measure (as trec_eval's)", "mean", "standard error"}};
    table.add({"MAP", as_ratio(map.value), as_ratio(map.standard_error)});
    table.add({"nDCG@10", as_ratio(ndcg10.value), as_ratio(ndcg10.standard_error)});
    table.add({"P@5", as_ratio(precision5.value), as_ratio(precision5.standard_error)});
    table.add({"recall@100", as_ratio(recall100.value), as_ratio(recall100.standard_error)});
    table.print(out);
    print_worst(run, out);
    out << '\n';
    figures.add_count("queries", run.answers.size());
    figures.add("map", map.value);
    figures.add("map_se", map.standard_error);
    figures.add("ndcg10", ndcg10.value);
    figures.add("p5", precision5.value);
    figures.add("recall100", recall100.value);
}

Status measure(const Settings& settings, Figures& figures, std::ostream& out)
{
    auto opened = RankingTask::open(settings);
    if (!opened) { return Failure{opened.error()}; }
    RankingTask task = *std::move(opened);
    RankingRun run = task.ask({});
    out << task.file().string() << ": ";
    print(run, task.documents(), figures, out);
    return Done{};
}

Result<int> run_ranking(const Call& call)
{
    if (!call.arguments.empty()) {
        return fail(ErrorKind::Usage, "'" + call.arguments.front() + "' is no option",
                    "files are named by --docs, --queries and --qrels");
    }
    Figures figures{"ranking"};
    const Status done = measure(call.settings, figures, call.out);
    const int code = done ? 0 : say_not_measured(done.error(), call.out);
    call.out << figures.line() << '\n';
    return code;
}

}  // namespace

extern const Command ranking_command{
    .name = "ranking",
    .arguments = "",
    .summary = "Scores the order of hits against judgments: MAP, nDCG@10, P@5, recall@100",
    .example = "dateline-quality ranking --docs d.jsonl --queries q.tsv --qrels r.tsv",
    .run = run_ranking,
};

}  // namespace dateline::quality
