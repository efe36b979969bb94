#include "benchmarks/quality/ranking_task.hpp"

#include "benchmarks/quality/data_file.hpp"
#include "common/text/utf8.hpp"
#include "searcher/query/parser.hpp"

#include <algorithm>

namespace dateline::quality {
namespace {

constexpr std::chrono::minutes kPatience{1};  // it is not speed that is measured

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

}  // namespace

Mean mean_over(const RankingRun& run, double RankingScores::*measure)
{
    std::vector<double> values;
    for (const Answer& answer : run.answers) { values.push_back(answer.scores.*measure); }
    return mean_of(values);
}

Result<RankingTask> RankingTask::open(const Settings& settings)
{
    const auto file_or = [&settings](const std::filesystem::path& named, const char* usual) {
        return named.empty() ? settings.data / usual : named;
    };
    const auto docs = find_file(file_or(settings.docs, "time/docs.jsonl"));
    if (!docs) { return Failure{docs.error()}; }
    auto queries = read_as(file_or(settings.queries, "time/queries-dev.tsv"), &parse_queries);
    if (!queries) { return Failure{queries.error()}; }
    auto judgments = read_as(file_or(settings.qrels, "time/qrels-dev.tsv"), &parse_qrels);
    if (!judgments) { return Failure{judgments.error()}; }
    auto index = ScratchIndex::of(*docs);
    if (!index) { return Failure{index.error()}; }
    auto engine = searcher::Engine::open(index->path());
    if (!engine) { return Failure{engine.error()}; }
    RankingTask task{*docs, *std::move(index), *std::move(engine)};
    task.queries_ = *std::move(queries);
    task.judgments_ = *std::move(judgments);
    return task;
}

/// The documents that dateline-search --any finds, best first, by their own ids.
Result<std::vector<std::string>> RankingTask::search(const std::string& text,
                                                     const searcher::Ranking& ranking)
{
    const std::string clean = clean_text(text).text;
    auto parsed = searcher::parse_any(clean);
    if (!parsed) { return Failure{parsed.error()}; }
    const auto result = engine_.search({.text = clean,
                                        .query = (*std::move(parsed)).spec,
                                        .ranking = ranking,
                                        .limit = searcher::kMaxLimit,
                                        .detail = searcher::HitDetail::Ids,
                                        .time_limit = kPatience});
    if (!result) { return Failure{result.error()}; }
    std::vector<std::string> documents;
    for (const searcher::Hit& hit : result->hits) {
        documents.push_back(index_.own_ids().at(hit.id));
    }
    return documents;
}

RankingRun RankingTask::ask(const searcher::Ranking& ranking)
{
    RankingRun run;
    for (const TrecQuery& query : queries_) {
        const auto judged = judgments_.find(query.id);
        const bool has_relevant = judged != judgments_.end() &&
                                  std::any_of(judged->second.begin(), judged->second.end(),
                                              [](const auto& entry) { return entry.second > 0; });
        if (!has_relevant) {
            ++run.without_judgments;
            continue;
        }
        const auto ranked = search(query.text, ranking);
        if (!ranked) { run.refused.push_back(query.id + ": " + ranked.error().message); }
        run.answers.push_back(
            {&query, ranked ? score_ranking(*ranked, judged->second) : RankingScores{}});
    }
    return run;
}

}  // namespace dateline::quality
