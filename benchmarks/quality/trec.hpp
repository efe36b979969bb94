// Rankings against judgments: TREC's files, and its measures as trec_eval 9 computes them.
#pragma once

#include "common/result.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::quality {

/// A question, and the id by which judgments name it.
struct TrecQuery {
    std::string id{};
    std::string text{};
};

/// The grade of each judged document, by its id: above 0 it is relevant.
using Grades = std::map<std::string, int, std::less<>>;

/// What is judged for each query, by its id.
using Judgments = std::map<std::string, Grades, std::less<>>;

/// A query a line: id, tab, text. Fails with InputFormat, naming the line; ids are unique.
Result<std::vector<TrecQuery>> parse_queries(std::string_view text);

/// A judgment a line: query, iteration (passed over), document, grade, with tabs or blanks between.
/// Fails with InputFormat, naming the line, also if a document is judged twice.
Result<Judgments> parse_qrels(std::string_view text);

/// The measures of one query.
struct RankingScores {
    double average_precision = 0;  ///< trec_eval's map: sum of precision at each relevant document,
                                   ///< over all relevant ones, found or not
    double ndcg10 = 0;             ///< ndcg_cut_10: grade / log2(rank + 1), over that of the ideal
    double precision5 = 0;         ///< P_5: over 5, also if fewer were found
    double recall100 = 0;          ///< recall_100

    friend bool operator==(const RankingScores&, const RankingScores&) = default;
};

/// Scores document ids, best first: the order counts, equal scores too (trec_eval would sort those
/// by document id). Unjudged documents are not relevant; a document that comes again does not
/// count. All zero if nothing is relevant.
RankingScores score_ranking(std::span<const std::string> ranked, const Grades& grades);

/// A mean over queries and its standard error: s / sqrt(n), s² over n - 1; 0 for fewer than two.
struct Mean {
    double value = 0;
    double standard_error = 0;
};

/// 0 for none.
Mean mean_of(std::span<const double> values);

}  // namespace dateline::quality
