// How hard the harnesses strike, and the random numbers by which they choose where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace dateline::tests {

/// How many times, steps or articles: few where ctest runs it, all with DATELINE_SOAK=1.
std::size_t in_scale(std::size_t in_ci, std::size_t in_soak);

/// Random numbers whose seed is printed: DATELINE_SEED if it is set, else 1, in a soak a new one.
class Dice {
  public:
    /// `harness` is whose line of the output tells the seed.
    explicit Dice(std::string_view harness);

    /// A number from 0 to `limit` - 1; 0 if the limit is 0.
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }
    [[nodiscard]] std::uint32_t seed() const { return seed_; }

  private:
    std::uint32_t seed_;
    std::mt19937_64 random_;
};

/// A line of the output: "crash: <harness>: <text>".
void tell(std::string_view harness, const std::string& text);

}  // namespace dateline::tests
