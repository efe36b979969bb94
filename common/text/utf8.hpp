// Text as it comes in: made valid UTF-8 in NFC, so that nothing behind has to ask.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// A text made whole.
struct CleanText {
    std::string text{};        ///< valid UTF-8, NFC, without NUL bytes
    std::size_t replaced = 0;  ///< how many invalid byte runs became U+FFFD
};

/// Replaces invalid UTF-8 (overlong forms and surrogates included) by U+FFFD, drops NULs and a
/// byte order mark at the front, turns CRLF and CR into LF, and normalizes to NFC.
CleanText clean_text(std::string_view text);

/// Whether `text` is valid UTF-8.
bool is_utf8(std::string_view text);

/// Takes one code point off the front of `text`, which is not empty; U+FFFD (and one byte) for
/// bytes that are not UTF-8.
char32_t take_code_point(std::string_view& text);

void append_utf8(std::string& out, char32_t code_point);

/// The largest offset ≤ `at` where a character of `text` (valid UTF-8) begins.
std::size_t character_border(std::string_view text, std::size_t at);

/// NFKC case-folded without diacritics: the surface form of a word, and the key of a name.
/// й stays a letter of its own; ł, ø, đ, ħ and ı become their plain letters.
std::string fold(std::string_view text);

}  // namespace dateline
