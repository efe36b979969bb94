// Two paragraphs of prose, and texts laid out around them.
#pragma once

#include <string>
#include <vector>

namespace dateline::tests {

inline const std::string kProse =
    "The ferry left the northern pier at noon with eleven people, two goats and a piano on board, "
    "and came back without the piano.";
inline const std::string kMore =
    "Nobody in the harbour office wanted to say what had become of it, or who is to pay for it "
    "now.";

/// Each line a paragraph.
inline std::string with_blank_lines(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) { text += (text.empty() ? "" : "\n\n") + line; }
    return text;
}

}  // namespace dateline::tests
