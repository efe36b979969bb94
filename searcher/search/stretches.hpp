// Stretches: the articles of an index cut into runs, for threads to take.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <span>

namespace dateline::searcher {

/// Articles [begin, end) of a segment, by index. Begins at a multiple of 64, so that no two
/// stretches share a word of an ArticleSet.
struct Stretch {
    std::uint32_t segment = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// Two windows of match_any_of(); of a phrase of common words some hundred looks at articles.
inline constexpr std::uint32_t kStretchArticles = 4096;

/// Hands out each stretch once. Thread-safe. One thread takes them from the front, so that it goes
/// through segments as if they were whole; helpers take from the back.
class Stretches {
  public:
    /// `articles`: how many each segment has; `size`: of a stretch, a multiple of 64.
    explicit Stretches(std::span<const std::size_t> articles,
                       std::uint32_t size = kStretchArticles);

    std::optional<Stretch> take_first();

    /// Up to a quarter of what is left, as far as it is of one segment: beginning to evaluate takes
    /// its time, and at the end all should have something to do.
    std::optional<Stretch> take_last();

    [[nodiscard]] std::size_t left() const;

  private:
    mutable std::mutex mutex_{};
    std::deque<Stretch> left_{};
};

}  // namespace dateline::searcher
