// The file tombstones/<generation>: which articles of each segment are removed.
//
// Magic "DLTOMBS1"; a section for each segment of the manifest, in its order: u64 words of a
// bitmap, bit i of word w for the article of index 64 w + i; empty if nothing of the segment is
// removed.
#pragma once

#include "common/storage/section_file.hpp"

#include <vector>

namespace dateline {

/// A set of articles of one segment, by index (docid - 1).
class ArticleSet {
  public:
    explicit ArticleSet(std::size_t articles = 0) : words_((articles + 63) / 64) {}
    explicit ArticleSet(std::span<const std::uint64_t> words) : words_(words.begin(), words.end())
    {
    }

    [[nodiscard]] bool contains(std::size_t index) const
    {
        return index / 64 < words_.size() && (words_[index / 64] >> (index % 64) & 1U) != 0;
    }
    void insert(std::size_t index)
    {
        if (index / 64 >= words_.size()) { words_.resize(index / 64 + 1); }
        words_[index / 64] |= std::uint64_t{1} << (index % 64);
    }
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] bool empty() const { return count() == 0; }
    [[nodiscard]] std::span<const std::uint64_t> words() const { return words_; }

  private:
    std::vector<std::uint64_t> words_;
};

Status write_tombstones(const std::filesystem::path& path, const std::vector<ArticleSet>& removed);

/// One set for each of `articles` (the segments' sizes); bits behind a segment's end do not count.
/// Fails with IndexDamaged if the file is not about that many segments.
Result<std::vector<ArticleSet>> read_tombstones(const std::filesystem::path& path,
                                                const std::vector<std::size_t>& articles);

}  // namespace dateline
