// What a run over dumps tells besides its result: the report file, the progress line, the summary.
#pragma once

#include "common/cli/progress.hpp"
#include "indexer/article_reader.hpp"
#include "indexer/settings.hpp"
#include "indexer/summary.hpp"

#include <fstream>
#include <memory>
#include <ostream>

namespace dateline::indexer {

/// Opened before a run, closed after it.
class RunOutput {
  public:
    /// To be opened when everything else is: it empties an earlier report. Fails with Usage if the
    /// report is one of the dumps, with Io if it cannot be written.
    static Result<std::unique_ptr<RunOutput>> open(const Settings& settings, const DumpPaths& dumps,
                                                   std::ostream& err);

    [[nodiscard]] RunSummary& summary() { return *summary_; }
    [[nodiscard]] cli::ProgressLine& progress() { return *progress_; }

    /// Prints the summary (see RunSummary::print) unless --quiet, and returns the exit code: 4 if
    /// the run was interrupted, 1 if something was lost and --strict, else 0. Fails with Io if the
    /// report did not reach the disk.
    Result<int> finish(bool interrupted, std::string_view what = {});

  private:
    RunOutput(const Settings& settings, std::ostream& err) : settings_(settings), err_(err) {}

    const Settings& settings_;
    std::ostream& err_;
    std::ofstream report_{};
    std::unique_ptr<RunSummary> summary_{};
    std::unique_ptr<cli::ProgressLine> progress_{};
};

}  // namespace dateline::indexer
