// Lines of tables and lists, broken where a terminal would break them in the middle of a word.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace dateline::cli {

/// `text` with the lines that are wider than `columns` broken at blanks. What follows stands under
/// the last column of its line (behind two blanks), or where that is too far to the right behind
/// the line's own indent, or near the left if that is, too. Words that are too long stay whole,
/// blanks at the ends of lines go. `text` is displayable() but for its line breaks.
std::string fitted(std::string_view text, std::size_t columns);

/// Writes it to `out`, which is standard output: fitted() if that is a terminal.
void write_fitted(std::string_view text, std::ostream& out);

}  // namespace dateline::cli
