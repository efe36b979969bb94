// Text line by line.
#pragma once

#include <algorithm>
#include <string_view>

namespace dateline {

/// Takes the first line off the front of `text`; it has no break, LF or CRLF, at its end.
inline std::string_view take_line(std::string_view& text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

}  // namespace dateline
