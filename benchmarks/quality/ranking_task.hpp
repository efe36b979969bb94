// Queries with judgments, asked of an index of their documents as people would paste them.
#pragma once

#include "benchmarks/quality/scratch_index.hpp"
#include "benchmarks/quality/settings.hpp"
#include "benchmarks/quality/trec.hpp"
#include "searcher/search/engine.hpp"

namespace dateline::quality {

/// One query that has relevant documents, and how well it did.
struct Answer {
    const TrecQuery* query = nullptr;
    RankingScores scores{};
};

/// What came of all queries.
struct RankingRun {
    std::vector<Answer> answers{};
    std::size_t without_judgments =
        0;  ///< queries that nobody judged, or found nothing relevant to
    std::vector<std::string> refused{};  ///< as the product says it; they count as 0
};

/// The mean of a measure over the queries.
Mean mean_over(const RankingRun& run, double RankingScores::*measure);

class RankingTask {
  public:
    /// Reads --docs, --queries and --qrels, or the usual ones, and indexes the documents.
    static Result<RankingTask> open(const Settings& settings);

    /// Asks all queries with --any; in every run the same queries in the same order.
    RankingRun ask(const searcher::Ranking& ranking);

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    [[nodiscard]] std::size_t documents() const { return index_.own_ids().size(); }

  private:
    RankingTask(std::filesystem::path file, ScratchIndex index, searcher::Engine engine)
        : file_(std::move(file)), index_(std::move(index)), engine_(std::move(engine))
    {
    }
    Result<std::vector<std::string>> search(const std::string& text,
                                            const searcher::Ranking& ranking);

    std::filesystem::path file_;
    ScratchIndex index_;
    searcher::Engine engine_;
    std::vector<TrecQuery> queries_{};
    Judgments judgments_{};
};

}  // namespace dateline::quality
