// Sets of words that are known when the program is built: one look tells whether a word is there.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

/// An open hash table over `N` words, made by the compiler. A word that stands twice counts once.
template <std::size_t N>
class WordSet {
  public:
    explicit constexpr WordSet(const std::array<std::string_view, N>& words) : words_(words)
    {
        static_assert(N < kFree);
        slots_.fill(kFree);
        for (std::size_t number = 0; number < N; ++number) {
            std::size_t slot = first_slot(words_[number]);
            while (slots_[slot] != kFree) { slot = (slot + 1) % kSlots; }
            slots_[slot] = static_cast<std::uint16_t>(number);
        }
    }

    /// The number of the word, in the order in which they were given; N if it is none of them.
    [[nodiscard]] constexpr std::size_t find(std::string_view word) const
    {
        if (word.empty()) { return N; }
        for (std::size_t slot = first_slot(word); slots_[slot] != kFree;
             slot = (slot + 1) % kSlots) {
            if (words_[slots_[slot]] == word) { return slots_[slot]; }
        }
        return N;
    }

    [[nodiscard]] constexpr bool contains(std::string_view word) const { return find(word) != N; }
    [[nodiscard]] static constexpr std::size_t size() { return N; }

  private:
    static constexpr std::uint16_t kFree = 0xFFFF;
    static constexpr std::size_t kSlots = std::bit_ceil(4 * N);

    /// Words of news differ in their ends, middles and sizes.
    static constexpr std::size_t first_slot(std::string_view word)
    {
        const auto byte = [word](std::size_t at) {
            return std::size_t{static_cast<unsigned char>(word[at])};
        };
        const std::size_t mixed = byte(0) + byte(word.size() - 1) * 37 +
                                  byte(word.size() / 2) * 1021 + word.size() * 5737;
        return (mixed ^ mixed >> 7U) % kSlots;
    }

    std::array<std::string_view, N> words_;
    std::array<std::uint16_t, kSlots> slots_{};
};

}  // namespace dateline
