// Text that somebody else wrote, made fit to be shown on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

/// `text` in one line of valid UTF-8 that does nothing to a terminal: control characters, DEL, line
/// and paragraph separators and the characters that turn the direction of writing become visible,
/// as \u{1B}; line breaks and tabs become blanks. Joiners (U+200C, U+200D) stay: scripts need them.
/// The list is https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing and C0, C1.
std::string printable(std::string_view text);

/// Whether a character is one of those, line breaks and tabs included.
bool is_harmful(char32_t code_point);

/// How many bytes at the front of `text` are harmless ASCII: what needs no closer look.
std::size_t harmless_prefix(std::string_view text);

}  // namespace dateline
