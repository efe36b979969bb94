// What the ratios of a run are made of: its figures as tables of Markdown.
#pragma once

#include "benchmarks/compare/record.hpp"

#include <string>

namespace dateline::compare {

std::string indexing_table(const RunRecord& run, const ShareRecord& share);

/// Parts of each index as shares of the text, and what the indexers say of their phases.
std::string parts_list(const RunRecord& run, const ShareRecord& share);

/// Every class and contender, in milliseconds.
std::string latency_table(const RunRecord& run, const std::string& share);

/// Whole commands, and opening an index, in milliseconds.
std::string command_table(const RunRecord& run, const std::string& share);

/// p50 of whole commands by class.
std::string command_classes(const RunRecord& run, const std::string& share);

/// The questions of fixed.tsv, each in a row: what it takes when asked again and again.
std::string fixed_table(const RunRecord& run, const std::string& share);

/// How often the totals of Dateline and each peer are the same.
std::string agreement_table(const RunRecord& run, const std::string& share);

}  // namespace dateline::compare
