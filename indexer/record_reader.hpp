// The records of all dumps of a run, one after the other, and what each one comes to.
#pragma once

#include "indexer/article_source.hpp"
#include "indexer/folder_order.hpp"
#include "indexer/input/open_dump.hpp"
#include "indexer/parse_article.hpp"
#include "indexer/read_ahead.hpp"
#include "indexer/settings.hpp"

#include <atomic>
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

/// Reads, several dumps at a time; nothing is parsed yet. The settings must outlive it.
class RecordReader final : public ArticleSource {
  public:
    /// `readers`: how many dumps are read at once, at most.
    RecordReader(const Settings& settings, DumpPaths paths, std::size_t readers = 1);

    /// The next record, or nothing at the end: first what there is to tell of the paths themselves,
    /// then dump by dump, in their order.
    std::optional<SourceRecord> next() override;

    /// In bytes of the files as they are.
    [[nodiscard]] std::uint64_t done() const override { return bytes_done_; }
    [[nodiscard]] std::uint64_t total() const override { return bytes_total_; }

  private:
    /// Half-open, of files_; empty for standard input.
    struct Unit {
        std::size_t begin;
        std::size_t end;
    };
    void share_out(bool wants_stdin);
    void read(const Unit& unit, const ReadAhead::Emit& emit);
    void read(Dump& dump, const ReadAhead::Emit& emit);

    const Settings* settings_;
    std::vector<Notice> notices_;  ///< of the paths, last first
    std::vector<DumpFile> files_;
    std::vector<Unit> units_{};
    std::atomic<std::uint64_t> bytes_done_ = 0;
    std::uint64_t bytes_total_ = 0;
    FolderOrders orders_;
    std::optional<ReadAhead> ahead_{};  ///< last: its threads use the others
};

/// So many dumps are worth reading at once: unpacking bzip2 takes as long as detecting what is in
/// its articles.
std::size_t sensible_readers();

/// A record as an article, with what is to be told about it.
struct ParsedRecord {
    std::optional<AnalyzedArticle> analyzed{};  ///< nothing if it is none, which a notice says
    std::vector<Notice> notices{};
    std::vector<Receipt> receipts{};       ///< if they are wanted
    Notice place{};                        ///< where it stands: file, line and byte are filled in
    std::optional<std::uint32_t> added{};  ///< see KeptArticle
};

ParsedRecord parse_record(SourceRecord record, Receipts receipts = Receipts::Unwanted);

/// A notice about an article that stands there.
Notice notice_at(const Notice& place, const Article& article, std::string reason,
                 std::string message);

}  // namespace dateline::indexer
