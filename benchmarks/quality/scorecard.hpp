// The figures of several runs side by side, as one page of Markdown.
#pragma once

#include "common/result.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::quality {

/// One run: when and of what, as its file is called, and the figures of each verb in their order.
struct ScorecardRun {
    std::string name{};
    std::vector<std::pair<std::string, std::string>> figures{};  ///< "ner conll.dev.per.f1", "0.9"
};

/// Reads the lines that the verbs print last: "verb=ner key=number …". Other lines are an error, so
/// that a page never shows half a run: InputFormat, naming the line.
Result<ScorecardRun> parse_run(std::string name, std::string_view lines);

/// The page: a table for each verb, a column for each run in the order given (newest first), each
/// figure with its change to the run behind it. A figure that a run lacks was not measured.
std::string scorecard_page(const std::vector<ScorecardRun>& runs);

}  // namespace dateline::quality
