// ranking: indexes documents, asks the queries as people would paste them, scores by judgments.
#include "benchmarks/quality/commands/command.hpp"
#include "benchmarks/quality/figures.hpp"
#include "benchmarks/quality/measure_files.hpp"
#include "benchmarks/quality/scratch_index.hpp"
#include "benchmarks/quality/table.hpp"
#include "benchmarks/quality/trec.hpp"
#include "common/text/number.hpp"
#include "common/text/utf8.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"

#include <algorithm>

namespace dateline::quality {
namespace {

constexpr std::size_t kWorst = 5;
constexpr std::chrono::minutes kPatience{1};  // it is not speed that is measured

/// One query that has relevant documents, and how well it did.
struct Answer {
    const TrecQuery* query = nullptr;
    RankingScores scores{};
};

/// What came of all queries.
struct Run {
    std::vector<Answer> answers{};
    std::size_t without_judgments =
        0;  ///< queries that nobody judged, or found nothing relevant to
    std::vector<std::string> refused{};  ///< as the product says it; they count as 0
};

/// The documents that dateline-search --any finds, best first, by their own ids.
Result<std::vector<std::string>> search(searcher::Engine& engine, const ScratchIndex& index,
                                        const std::string& text)
{
    const std::string clean = clean_text(text).text;
    auto parsed = searcher::parse_any(clean);
    if (!parsed) { return Failure{parsed.error()}; }
    const auto result = engine.search({.text = clean,
                                       .query = (*std::move(parsed)).spec,
                                       .limit = searcher::kMaxLimit,
                                       .time_limit = kPatience});
    if (!result) { return Failure{result.error()}; }
    std::vector<std::string> documents;
    for (const searcher::Hit& hit : result->hits) {
        documents.push_back(index.own_ids().at(hit.id));
    }
    return documents;
}

Run ask_all(searcher::Engine& engine, const ScratchIndex& index,
            const std::vector<TrecQuery>& queries, const Judgments& judgments)
{
    Run run;
    for (const TrecQuery& query : queries) {
        const auto judged = judgments.find(query.id);
        const bool has_relevant = judged != judgments.end() &&
                                  std::any_of(judged->second.begin(), judged->second.end(),
                                              [](const auto& entry) { return entry.second > 0; });
        if (!has_relevant) {
            ++run.without_judgments;
            continue;
        }
        const auto ranked = search(engine, index, query.text);
        if (!ranked) { run.refused.push_back(query.id + ": " + ranked.error().message); }
        run.answers.push_back(
            {&query, ranked ? score_ranking(*ranked, judged->second) : RankingScores{}});
    }
    return run;
}

Mean mean_over(const Run& run, double RankingScores::*measure)
{
    std::vector<double> values;
    for (const Answer& answer : run.answers) { values.push_back(answer.scores.*measure); }
    return mean_of(values);
}

void print_worst(Run& run, std::ostream& out)
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

void print(Run& run, std::size_t documents, Figures& figures, std::ostream& out)
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

template <class T>
Result<T> read_as(const std::filesystem::path& file, Result<T> (*parse)(std::string_view))
{
    const auto text = read_whole(file);
    if (!text) { return Failure{text.error()}; }
    auto parsed = parse(*text);
    if (parsed) { return parsed; }
    return fail(parsed.error().kind, "'" + file.string() + "': " + parsed.error().message,
                parsed.error().hint);
}

Status measure(const Settings& settings, Figures& figures, std::ostream& out)
{
    const auto file_or = [&settings](const std::filesystem::path& named, const char* usual) {
        return named.empty() ? settings.data / usual : named;
    };
    const auto docs = find_file(file_or(settings.docs, "time/docs.jsonl"));
    if (!docs) { return Failure{docs.error()}; }
    const auto queries = read_as(file_or(settings.queries, "time/queries-dev.tsv"), &parse_queries);
    if (!queries) { return Failure{queries.error()}; }
    const auto judgments = read_as(file_or(settings.qrels, "time/qrels-dev.tsv"), &parse_qrels);
    if (!judgments) { return Failure{judgments.error()}; }
    const auto index = ScratchIndex::of(*docs);
    if (!index) { return Failure{index.error()}; }
    auto engine = searcher::Engine::open(index->path());
    if (!engine) { return Failure{engine.error()}; }
    searcher::Engine open = *std::move(engine);
    Run run = ask_all(open, *index, *queries, *judgments);
    out << docs->string() << ": ";
    print(run, index->own_ids().size(), figures, out);
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
