// Scores of articles as people read them: a table of fields, of values, of bodies, the mistakes.
#pragma once

#include "benchmarks/quality/article_scores.hpp"
#include "benchmarks/quality/figures.hpp"

#include <ostream>
#include <string>

namespace dateline::quality {

/// Prints the tables, and adds the figures under names that begin with `key`.
void print_scores(const ArticleScores& scores, const std::string& key, Figures& figures,
                  std::ostream& out);

}  // namespace dateline::quality
