// What each character is to the tokenizer, in tables, so that the common ones cost a look-up.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline {

enum class CharacterClass : std::uint8_t {
    Separator,
    Word,        ///< a letter, digit or mark
    Ignorable,   ///< nothing inside a word: soft hyphen, joiners
    Dictionary,  ///< a letter of a script without blanks between words
};

CharacterClass character_class(char32_t code_point);

/// The folded form of one letter (UTF-8, maybe empty), valid until the program ends, or a null view
/// for letters beyond the table, whose words fold() has to fold.
std::string_view folded_letter(char32_t code_point);

/// ASCII letters and digits in lower case; 0 for everything else.
inline constexpr auto kAsciiWord = [] {
    std::array<char, 256> table{};
    for (char c = '0'; c <= '9'; ++c) { table[static_cast<unsigned char>(c)] = c; }
    for (char c = 'a'; c <= 'z'; ++c) {
        table[static_cast<unsigned char>(c)] = c;
        table[static_cast<unsigned char>(c - 'a' + 'A')] = c;
    }
    return table;
}();

}  // namespace dateline
