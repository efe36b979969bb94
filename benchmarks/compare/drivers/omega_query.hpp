// A question in the language of Xapian's QueryParser.
#pragma once

#include "benchmarks/compare/question.hpp"

#include <string>

namespace dateline::compare {

/// What a person would give to quest; "" for every article. Prefixes need FLAG_WILDCARD.
std::string xapian_expression(const Question& question);

/// The id of a record as scriptindex stores it, NAME=VALUE a line; "" if it has none.
std::string id_of_record(std::string_view record);

}  // namespace dateline::compare
