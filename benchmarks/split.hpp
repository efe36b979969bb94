// Lines of text in fields, as the files that are measured with have them.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace dateline {

/// The parts between the separators: one more than there are separators. Views into `text`.
inline std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        if (end == text.size()) { return parts; }
        text.remove_prefix(end + 1);
    }
}

}  // namespace dateline
