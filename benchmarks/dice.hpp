// Chance that is the same on every machine: numbers from a seed, and ranks drawn as words are in
// texts.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline::benchmarks {

/// Numbers from a seed: SplitMix64 (https://prng.di.unimi.it/splitmix64.c). The distributions of
/// <random> differ from library to library.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next()
    {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    /// 0 to `limit` - 1.
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }

    template <class List>
    const auto& one_of(const List& list)
    {
        return list[static_cast<std::size_t>(below(list.size()))];
    }

  private:
    std::uint64_t state_;
};

/// Ranks by Zipf's law with Mandelbrot's shift, in whole numbers: 1 / (rank + 2.7).
class Ranks {
  public:
    explicit Ranks(std::size_t count)
    {
        std::uint64_t sum = 0;
        for (std::size_t rank = 0; rank < count; ++rank) {
            sums_.push_back(sum += (std::uint64_t{1} << 40U) / (10 * rank + 27));
        }
    }
    /// 0 to the count - 1; 0 is the commonest.
    [[nodiscard]] std::size_t draw(Dice& dice) const
    {
        const auto at = std::upper_bound(sums_.begin(), sums_.end(), dice.below(sums_.back()));
        return static_cast<std::size_t>(at - sums_.begin());
    }

  private:
    std::vector<std::uint64_t> sums_{};
};

}  // namespace dateline::benchmarks
