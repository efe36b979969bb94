// The articles of all dumps of a run, one after the other, with what was left out told on the way.
#pragma once

#include "common/cli/progress.hpp"
#include "indexer/record_reader.hpp"
#include "indexer/summary.hpp"

#include <optional>

namespace dateline::indexer {

/// Notices go to the summary; the progress line is kept up to date. Settings, summary and progress
/// must outlive it.
class ArticleReader {
  public:
    ArticleReader(const Settings& settings, DumpPaths paths, RunSummary& summary,
                  cli::ProgressLine& progress)
        : reader_(settings, std::move(paths)), summary_(&summary), progress_(&progress)
    {
    }

    /// The next record that could be parsed, its article and its receipts; nothing at the end.
    std::optional<ParsedRecord> next(Receipts receipts = Receipts::Unwanted);

  private:
    RecordReader reader_;
    RunSummary* summary_;
    cli::ProgressLine* progress_;
};

/// Tells the summary what a record has come to, up to its article.
void tell(const ParsedRecord& record, RunSummary& summary);

/// Shows how far a run has come, if it is time to.
void show_progress(const RunSummary& summary, std::uint64_t bytes_done, std::uint64_t bytes_total,
                   cli::ProgressLine& progress);

}  // namespace dateline::indexer
