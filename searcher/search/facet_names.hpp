// How many hits have each name: what facets of people, countries, sources… are made of.
#pragma once

#include "common/storage/snapshot.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>
#include <vector>

namespace dateline::searcher {

/// Numbers that begin with 0, in memory that is not touched before it is used: a search in a
/// process of its own pays for the names that it meets, not for all of them.
class Zeros {
  public:
    Zeros() = default;
    explicit Zeros(std::size_t size)
        : numbers_(static_cast<std::uint32_t*>(std::calloc(size, sizeof(std::uint32_t)))),
          size_(size)
    {
        if (!numbers_ && size != 0) { throw std::bad_alloc{}; }
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::uint32_t* data() { return numbers_.get(); }
    std::uint32_t& operator[](std::size_t i) { return numbers_.get()[i]; }
    const std::uint32_t& operator[](std::size_t i) const { return numbers_.get()[i]; }
    void clear() { std::fill_n(numbers_.get(), size_, 0); }

  private:
    struct Free {
        void operator()(std::uint32_t* numbers) const { std::free(numbers); }
    };
    std::unique_ptr<std::uint32_t, Free> numbers_{};
    std::size_t size_ = 0;
};

/// Counts the names of one field over sets of articles, all of one snapshot. Its counters are kept
/// from one count to the next, and only those are cleared that were used: few hits cost little,
/// however many names there are.
///
/// Spellings of one name count together, under a key: the ordinal of the only spelling that live
/// articles have, or that of the first spelling if they have several.
class NameCounts {
  public:
    NameCounts(const Snapshot& snapshot, FieldId field);

    /// Counts the hits, a set for each segment; what was counted before is forgotten.
    void count(const Snapshot& snapshot, const std::vector<ArticleSet>& hits);

    /// How many of the hits have the name. An article with two spellings of it counts once.
    [[nodiscard]] std::uint32_t of(std::uint32_t key) const
    {
        const std::uint32_t counted = counts_[key] & ~kShared;
        return is_rest_ ? totals_[key] - counted : counted;
    }
    /// How many names the hits have.
    [[nodiscard]] std::uint64_t distinct() const { return distinct_; }

    /// Calls `visit(key, count)` for each name that at least `least` hits have, and perhaps for
    /// others (never with 0); `least` is asked for again each time, so that it may rise.
    template <class Least, class Visit>
    void for_each(Least least, Visit visit) const
    {
        const auto keys = is_rest_ ? std::span{by_total_} : touched_keys();
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const std::uint32_t key = keys[i];
            if (is_rest_ && i < kSorted && totals_[key] < least()) { return; }
            if (const std::uint32_t count = of(key); count != 0) { visit(key, count); }
        }
    }

    /// The key of a name; kNoKey for an ordinal that no name has, or that is nobody's.
    static constexpr std::uint32_t kNoKey = kNobody;
    [[nodiscard]] std::uint32_t key_of(const NameColumn& names, std::uint32_t ordinal) const
    {
        if (ordinal >= counts_.size()) { return kNoKey; }
        return (counts_[ordinal] & kShared) != 0 ? names.group(ordinal) : ordinal;
    }

  private:
    /// Set in the counters of all spellings of a name that live articles spell in several ways.
    static constexpr std::uint32_t kShared = std::uint32_t{1} << 31U;

    /// So many of the most frequent names are kept in order: what facets show is among them, and
    /// sorting all would take longer than counting.
    static constexpr std::size_t kSorted = 2048;

    [[nodiscard]] std::span<const std::uint32_t> touched_keys() const
    {
        return {&touched_[0], touched_size_};
    }
    void clear();
    void add(const Segment& segment, const NameColumn& names, std::span<const std::uint64_t> hits);
    std::uint32_t* add_shared(std::uint32_t group, std::uint32_t* touched);
    /// Whether the articles that are no hits are counted: when most articles are hits for the
    /// second time. One search in a process has no use for the totals that this takes.
    bool counts_rest(std::size_t wanted, std::size_t articles);
    void count_all(const Snapshot& snapshot, const std::vector<std::vector<std::uint64_t>>& live);

    FieldId field_;
    Zeros counts_{};   ///< by key
    Zeros touched_{};  ///< keys counted so far
    std::size_t touched_size_ = 0;
    Zeros last_{};               ///< by key of a shared name: article it was counted for
    std::uint32_t article_ = 0;  ///< the number of the one being counted
    std::uint64_t distinct_ = 0;

    // When most articles are hits, the others are counted, and taken off the totals.
    bool is_rest_ = false;
    bool had_many_ = false;
    std::vector<std::uint32_t> totals_{};    ///< by key: over all live articles; empty at first
    std::vector<std::uint32_t> by_total_{};  ///< keys; the first kSorted are the most frequent
};

}  // namespace dateline::searcher
