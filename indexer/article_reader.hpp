// The articles of all dumps of a run, one after the other, with what was left out told on the way.
#pragma once

#include "common/cli/progress.hpp"
#include "indexer/input/open_dump.hpp"
#include "indexer/parse_article.hpp"
#include "indexer/settings.hpp"
#include "indexer/summary.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dateline::indexer {

/// What the PATH arguments of a command line come to.
struct DumpPaths {
    DumpFiles found{};
    bool wants_stdin = false;  ///< "-" was among them; it is read last
};

/// Fails with Usage without a path, with Io if a path does not exist.
Result<DumpPaths> find_dumps(const std::vector<std::string>& paths);

/// Notices go to the summary; the progress line is kept up to date. Settings, summary and progress
/// must outlive it.
class ArticleReader {
  public:
    ArticleReader(const Settings& settings, DumpPaths paths, RunSummary& summary,
                  cli::ProgressLine& progress);

    /// The next article that could be parsed, or nothing at the end.
    std::optional<ParsedArticle> next();

    /// Shows how far the run has come, if it is time to.
    void show_progress();

    /// A notice about an article that next() gave: where it came from is filled in.
    [[nodiscard]] Notice notice_of(const Article& article, std::string reason,
                                   std::string message) const;

  private:
    bool open_next();
    std::optional<ParsedArticle> parsed(const RawDocument& raw);

    const Settings* settings_;
    RunSummary* summary_;
    cli::ProgressLine* progress_;
    std::vector<DumpFile> files_;
    bool stdin_wanted_;
    std::size_t next_file_ = 0;
    std::unique_ptr<Dump> dump_{};
    std::uint64_t bytes_done_ = 0;  ///< of the dumps before this one
    std::uint64_t bytes_total_ = 0;
    Notice place_{};  ///< of the article given last
};

}  // namespace dateline::indexer
