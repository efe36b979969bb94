// A run as a page of Markdown: ratios first, then what they are made of.
#pragma once

#include "benchmarks/compare/record.hpp"

#include <string>

namespace dateline::compare {

/// The page, with links to the plots beside it (plots.hpp).
std::string summary_of(const RunRecord& run);

}  // namespace dateline::compare
