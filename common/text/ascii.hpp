// What an ASCII character is, whatever the locale: tests of single bytes, and case. Bytes of other
// characters are none of these and stay as they are.
#pragma once

#include <string>
#include <string_view>

namespace dateline::ascii {

/// Whether a byte is a character by itself, and no part of another.
constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80U; }

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_letter(char c) { return is_capital(c) || is_small(c); }
constexpr bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

constexpr char lower(char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char upper(char c) { return is_small(c) ? static_cast<char>(c - 'a' + 'A') : c; }

inline std::string lower(std::string_view text)
{
    std::string out{text};
    for (char& c : out) { c = lower(c); }
    return out;
}

inline std::string upper(std::string_view text)
{
    std::string out{text};
    for (char& c : out) { c = upper(c); }
    return out;
}

/// Whether all bytes are; true of "".
constexpr bool is_ascii(std::string_view text)
{
    // All bytes are looked at, since a loop without an exit takes many at once.
    unsigned char all = 0;
    for (const char c : text) { all |= static_cast<unsigned char>(c); }
    return all < 0x80U;
}

}  // namespace dateline::ascii
