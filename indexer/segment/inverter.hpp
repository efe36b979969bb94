// Articles' terms → posting lists: what the segment being built will be found by.
#pragma once

#include "common/result.hpp"

#include <cstdint>
#include <deque>
#include <filesystem>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::indexer {

/// Keeps 8 bytes for each term of each article until write(). Not thread-safe.
class Inverter {
  public:
    /// A term of an article, by number.
    struct Entry {
        std::uint32_t term;
        std::uint32_t weight;
    };

    /// The number of a term; a new one if need be. Terms are at most 245 bytes, NULs counted twice
    /// (safe_term() sees to it).
    std::uint32_t term(std::string text);

    /// Gives the article at hand a term. A term that it has already adds up its weight.
    void add(std::uint32_t term, std::uint32_t weight);

    /// Ends the article at hand; the next one's index is one higher.
    void end_article();

    [[nodiscard]] std::size_t articles() const { return ends_.size(); }
    /// The terms of all articles, one article behind the other, and the articles' lengths.
    [[nodiscard]] std::span<const Entry> entries() const { return entries_; }
    [[nodiscard]] std::span<const std::uint32_t> lengths() const { return lengths_; }
    /// A term's glass_key().
    [[nodiscard]] std::string_view key(std::uint32_t term) const { return keys_[term]; }

    /// Forgets the articles; terms keep their numbers.
    void clear();

    /// Writes a Xapian database of everything added (at least one article) at `path`. Fails with
    /// Io.
    [[nodiscard]] Status write(const std::filesystem::path& path) const;

  private:
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

    struct Count {
        std::uint32_t articles = 0;
        std::uint32_t last_article = kNone;
    };
    [[nodiscard]] std::vector<std::uint32_t> terms_in_order() const;

    std::unordered_map<std::string, std::uint32_t> numbers_{};
    std::vector<std::string> keys_{};  ///< by term: as glass files it
    std::vector<Count> counts_{};      ///< by term
    std::vector<Entry> entries_{};     ///< of all articles
    std::vector<std::size_t> ends_{};  ///< of each article's entries
    std::vector<std::uint32_t> lengths_{};
    std::uint32_t length_ = 0;  ///< of the article at hand: the sum of its weights
};

}  // namespace dateline::indexer
