// Ratios of a run, ours to theirs, as tables of Markdown.
#pragma once

#include "benchmarks/compare/record.hpp"

#include <string>
#include <string_view>

namespace dateline::compare {

/// Of indexing: a column for each peer and its way.
std::string indexing_ratios(const RunRecord& run, const std::string& share);

/// Of a percentile of every class, in one pass; † where the totals differ.
std::string latency_ratios(const RunRecord& run, const std::string& share, std::string_view pass,
                           double at);

/// Of whole commands.
std::string command_ratios(const RunRecord& run, const std::string& share);

}  // namespace dateline::compare
