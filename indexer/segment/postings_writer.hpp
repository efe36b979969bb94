// Posting lists → a Xapian database that has nothing else.
//
// The lists are written as Xapian's glass backend would have compacted them, term by term in order,
// without its inverter, B-tree changes and merges: see ARCHITECTURE for what that gives. Xapian
// opens, checks and reads them like its own.
#pragma once

#include "common/result.hpp"
#include "common/storage/glass_keys.hpp"
#include "indexer/segment/glass_table.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace dateline::indexer {

/// An article that has a term.
struct Posting {
    std::uint32_t index = 0;   ///< of the article in the segment: docid - 1
    std::uint32_t weight = 0;  ///< within-document frequency; 0 for a boolean term

    friend bool operator==(const Posting&, const Posting&) = default;
};

class PostingsWriter {
  public:
    /// A new database at `path`, a folder that is made. `lengths` are the articles' lengths in
    /// words, by index; at least one.
    PostingsWriter(const std::filesystem::path& path, std::span<const std::uint32_t> lengths);

    /// `key` is the term's glass_key(), `postings` ascend and are not empty. Each list is written
    /// once, in the order of keys.
    void add(std::string_view key, std::span<const Posting> postings);

    /// Makes the database whole and durable. Fails with Io.
    Status finish();

  private:
    void add_list(std::string_view key, std::string_view later_key,
                  std::span<const Posting> postings, std::uint64_t entries, std::uint64_t total);
    [[nodiscard]] std::string version_file(const GlassRoot& root) const;

    std::filesystem::path path_;
    Status made_;  ///< the folder
    GlassTableWriter table_;
    std::string chunk_{};  ///< working memory
    std::string tag_{};
    std::uint64_t articles_ = 0;
    std::uint64_t total_length_ = 0;
    std::uint32_t shortest_ = 0;  ///< of the articles that have a length
    std::uint32_t longest_ = 0;
    std::uint32_t greatest_weight_ = 0;
};

}  // namespace dateline::indexer
