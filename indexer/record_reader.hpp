// The records of all dumps of a run, one after the other, and what each one comes to.
#pragma once

#include "indexer/article_source.hpp"
#include "indexer/input/open_dump.hpp"
#include "indexer/parse_article.hpp"
#include "indexer/settings.hpp"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace dateline::indexer {

/// What the PATH arguments of a command line come to.
struct DumpPaths {
    DumpFiles found{};
    bool wants_stdin = false;  ///< "-" was among them; it is read last
};

/// Fails with Usage without a path, with Io if a path does not exist.
Result<DumpPaths> find_dumps(const std::vector<std::string>& paths);

/// Reads; nothing is parsed yet. One object, one thread. The settings must outlive it.
class RecordReader final : public ArticleSource {
  public:
    RecordReader(const Settings& settings, DumpPaths paths);

    /// The next record, or nothing at the end: first what there is to tell of the paths themselves,
    /// then dump by dump.
    std::optional<SourceRecord> next() override;

    /// In bytes of the files as they are.
    [[nodiscard]] std::uint64_t done() const override;
    [[nodiscard]] std::uint64_t total() const override { return bytes_total_; }

  private:
    bool open_next();

    const Settings* settings_;
    std::vector<Notice> notices_;  ///< of the paths, last first
    std::vector<DumpFile> files_;
    bool stdin_wanted_;
    std::size_t next_file_ = 0;
    std::unique_ptr<Dump> dump_{};
    std::uint64_t bytes_finished_ = 0;  ///< of the dumps before this one
    std::uint64_t bytes_total_ = 0;
};

/// A record as an article, with what is to be told about it.
struct ParsedRecord {
    std::optional<AnalyzedArticle> analyzed{};  ///< nothing if it is none, which a notice says
    std::vector<Notice> notices{};
    Notice place{};  ///< where it stands: file, line and byte are filled in
};

ParsedRecord parse_record(SourceRecord record);

/// A notice about an article that stands there.
Notice notice_at(const Notice& place, const Article& article, std::string reason,
                 std::string message);

}  // namespace dateline::indexer
