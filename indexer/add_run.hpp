// A run that puts articles into an index: what add, sync, watch and rebuild have in common.
#pragma once

#include "indexer/article_source.hpp"
#include "indexer/pipeline.hpp"
#include "indexer/prepare.hpp"
#include "indexer/run_output.hpp"
#include "indexer/writer.hpp"

#include <memory>

namespace dateline::indexer {

/// What else a run tells of what it reads, on the caller's thread, in the order of the source.
class RunObserver {
  public:
    RunObserver() = default;
    RunObserver(const RunObserver&) = delete;
    RunObserver& operator=(const RunObserver&) = delete;
    virtual ~RunObserver() = default;

    virtual void see(const Notice& notice) = 0;
    /// An article, before it is added. True: it is to be written anew even if the index has it as
    /// it is.
    virtual Result<bool> see(const Article& article) = 0;
};

class AddRun {
  public:
    /// All must outlive the object; `observer` may be null.
    AddRun(const Settings& settings, const std::filesystem::path& index, IndexWriter& writer,
           RunOutput& output, RunObserver* observer = nullptr);

    /// Adds everything that the source has, until its end or Ctrl-C, and publishes what is more
    /// than a share of --memory. The rest the caller publishes.
    Status run(std::unique_ptr<ArticleSource> source);

  private:
    Status take(Prepared& prepared, Preparer& own);
    Status add(ParsedRecord& record, ReadyArticle& ready, Preparer& own);
    Status count(const Result<Replacement>& added, const ParsedRecord& record);
    [[nodiscard]] std::shared_ptr<Preparer> make_preparer() const;

    const Settings& settings_;
    const std::filesystem::path& index_;
    IndexWriter& writer_;
    RunOutput& output_;
    RunObserver* observer_;
};

}  // namespace dateline::indexer
