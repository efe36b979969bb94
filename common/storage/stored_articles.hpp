// The articles of an index one by one, read from what is stored of them alone: also of an index
// whose postings this program cannot read any more.
#pragma once

#include "common/storage/snapshot.hpp"

#include <memory>
#include <optional>

namespace dateline {

/// Goes through the articles of one generation that are not removed, oldest segment first. Holds
/// the generation as a Snapshot does. One object, one thread.
class StoredArticles {
  public:
    /// Takes any schema up to this program's. Fails as lock_manifest() does.
    static Result<StoredArticles> open(const std::filesystem::path& index);

    /// The next article with its marks, or nothing at the end. IndexDamaged: this one cannot be
    /// read, the next one may be.
    std::optional<Result<AnalyzedArticle>> next();

    /// ColumnRow::added of the article that next() gave last; kUnknownGeneration if the columns of
    /// its segment cannot be read.
    [[nodiscard]] std::uint32_t added() const { return added_; }

    /// How many articles it has gone through, and how many there are.
    [[nodiscard]] std::uint64_t done() const { return done_; }
    [[nodiscard]] std::uint64_t total() const { return total_; }

    [[nodiscard]] const Manifest& manifest() const { return manifest_; }

  private:
    StoredArticles() = default;
    Status open_segments(const std::filesystem::path& index);

    LockedFile lock_{};
    Manifest manifest_{};
    std::unique_ptr<Dictionaries> dictionaries_{};
    std::vector<Bodies> segments_{};
    std::vector<std::optional<Columns>> columns_{};  ///< of this schema only
    std::vector<ArticleSet> removed_{};
    std::size_t segment_ = 0;
    std::size_t index_ = 0;  ///< of the next article in it
    std::uint64_t done_ = 0;
    std::uint64_t total_ = 0;
    std::uint32_t added_ = kUnknownGeneration;
};

}  // namespace dateline
