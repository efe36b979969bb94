// A question in SQLite's language: the FTS5 expression, and the statements around it. Parameters:
// ?1 the expression, ?2 and ?3 the first and the last day, ?4 the country.
#pragma once

#include "benchmarks/compare/question.hpp"

#include <string>

namespace dateline::compare {

/// What stands right of MATCH; "" for every article.
std::string fts5_expression(const Question& question);

/// Selects the ids of the ten best.
std::string sqlite_top(const Question& question);

/// Selects the number of all.
std::string sqlite_count(const Question& question);

}  // namespace dateline::compare
