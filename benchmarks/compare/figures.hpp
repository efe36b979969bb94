// Figures taken out of a run's record: by round, so that their spread can be told.
#pragma once

#include "benchmarks/compare/record.hpp"
#include "benchmarks/compare/statistics.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::compare {

/// One value a round, in the order of the rounds; empty if it was not measured.
using Rounds = std::vector<double>;

/// What is read off an index record: seconds, CPU, peak, bytes.
Rounds indexing_rounds(const RunRecord& run, std::string_view share, std::string_view peer,
                       std::string_view way,
                       const std::function<double(const IndexRecord&)>& value);

/// Which questions: of a class ("high", "fixed: …"), opening ("open"), or all whole commands
/// ("command"); asked of whom, in which pass.
struct Asked {
    std::string_view share{};
    std::string_view contender{};
    std::string_view name{};
    std::string_view pass = "first";
};

/// A percentile in milliseconds, by round. Where a tenth or more of the questions failed there is
/// no figure.
Rounds latency_rounds(const RunRecord& run, const Asked& asked, double at);

/// The percentile over all rounds' times together, with the range that it had in the rounds.
std::optional<Figure> latency_figure(const RunRecord& run, const Asked& asked, double at);

/// The classes that were drawn, in the order of the record: "high", "high+facets", …
std::vector<std::string> classes_of(const RunRecord& run);

/// The questions of fixed.tsv by their names.
std::vector<std::string> fixed_of(const RunRecord& run);

/// The contenders, in the order of the record: "dateline", "lucene", "lucene-exact", …
std::vector<std::string> contenders_of(const RunRecord& run);

/// All of an index, in bytes.
double bytes_of(const IndexRecord& made);

}  // namespace dateline::compare
