// A question in Dateline's query language: for its driver and for the shell.
#pragma once

#include "benchmarks/compare/question.hpp"

namespace dateline::compare {

/// Without facets and order, which are no part of the query.
std::string dateline_query(const Question& question);

}  // namespace dateline::compare
