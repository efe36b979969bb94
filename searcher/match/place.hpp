// A place in a token stream, and reading a stream by its bytes: forwards, backwards, from any code.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::searcher {

/// A half-open run of bytes of a token stream, whole codes.
struct Place {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Place&, const Place&) = default;
    friend auto operator<=>(const Place&, const Place&) = default;
};

/// The code that begins at an offset; nothing if it breaks off.
std::optional<Place> code_from(std::string_view stream, std::uint32_t begin);

/// The code in the bytes of one place.
std::uint32_t code_at(std::string_view stream, const Place& place);

/// Where the body begins: behind its mark; the end if there is none.
std::uint32_t body_begin(std::string_view stream);

/// A piece of a stream with at least so many words before and behind a place, as far as there are.
/// It begins with a whole code.
Place piece_around(std::string_view stream, const Place& place, std::uint32_t words);

/// So many bytes a word takes at most, with the marks before it.
inline constexpr std::uint32_t kMostBytesOfWord = 7;

/// How many words the bytes [begin, end) have; counting ends at `most` + 1. kNotTogether if
/// headline and body are on different sides.
inline constexpr std::uint32_t kNotTogether = UINT32_MAX;
std::uint32_t words_between(std::string_view stream, std::uint32_t begin, std::uint32_t end,
                            std::uint32_t most);

/// The word before, or behind, an offset at which a code begins; marks of sentences and paragraphs
/// are passed over. Nothing at the ends.
std::optional<Place> word_before(std::string_view stream, std::uint32_t offset);
std::optional<Place> word_behind(std::string_view stream, std::uint32_t offset);

}  // namespace dateline::searcher
