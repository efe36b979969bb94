// Words in scripts that write without blanks between them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dateline {

struct WordSpan {
    std::size_t begin;  ///< half-open bytes
    std::size_t end;
};

/// Longer runs are segmented in pieces of this many bytes: ICU's dictionaries look at a whole run.
inline constexpr std::size_t kMaxRunBytes = 4096;

/// Divides a run of Chinese, Japanese, Thai, Lao, Khmer or Burmese (valid UTF-8) into words, by
/// ICU's dictionaries. Safe to call from several threads.
std::vector<WordSpan> segment_words(std::string_view run);

/// Whether the character only modifies the one before it.
bool is_mark(char32_t code_point);

}  // namespace dateline
