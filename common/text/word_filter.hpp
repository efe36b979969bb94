// Words in a few kilobytes that stay in the cache: one look says that a word is none of them, as
// nearly all of a text's words are. A Bloom filter with one hash.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace dateline {

/// `Bits` is a power of two, 16 times as many as there are words or more.
template <std::size_t Bits>
class WordFilter {
  public:
    void add(std::string_view word) { bits_.set(place_of(word)); }

    /// False if the word was not added; true if it was, and for few others.
    [[nodiscard]] bool may_have(std::string_view word) const { return bits_[place_of(word)]; }

  private:
    /// Of the first and the last eight bytes.
    static std::size_t place_of(std::string_view word)
    {
        std::uint64_t front = 0;
        std::uint64_t back = word.size();
        if (word.size() >= sizeof front) {
            std::memcpy(&front, word.data(), sizeof front);
            std::uint64_t last = 0;
            std::memcpy(&last, word.data() + word.size() - sizeof last, sizeof last);
            back += last * 0x9E3779B97F4A7C15U;
        } else if (!word.empty()) {
            std::memcpy(&front, word.data(), word.size());
        }
        const std::uint64_t mixed = (front ^ back) * 0xFF51AFD7ED558CCDU;
        return (mixed >> 40U) % Bits;
    }

    std::bitset<Bits> bits_{};
};

}  // namespace dateline
