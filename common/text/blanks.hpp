// Blanks at the ends of a line that a person wrote.
#pragma once

#include <string_view>

namespace dateline {

/// The text without blanks, tabs and carriage returns at its ends.
inline std::string_view without_blanks(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) { return {}; }
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace dateline
