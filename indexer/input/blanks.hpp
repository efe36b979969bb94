// Blanks around texts.
#pragma once

#include <string_view>

namespace dateline::indexer {

/// Those that mean nothing in markup, headers, JSON and CSV.
inline constexpr std::string_view kBlanks = " \t\r\n";

/// `text` without them at its ends.
inline std::string_view without_blanks(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) { return {}; }
    return text.substr(first, text.find_last_not_of(kBlanks) + 1 - first);
}

}  // namespace dateline::indexer
