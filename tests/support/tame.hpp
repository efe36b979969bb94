// Whether printed text could do something to a terminal.
#pragma once

#include <string>
#include <string_view>

namespace dateline::tests {

/// The offset and the code point of the first thing in `printed` that is not UTF-8 or is_harmful(),
/// line breaks aside, or "" if there is none.
std::string harm_in(std::string_view printed);

/// `printed` without its colours (ESC [ digits and semicolons m).
std::string without_colours(std::string_view printed);

/// The columns of the widest line, by the C library, which is not what the renderers ask. Lines
/// with an address ("://") do not count.
std::size_t widest_line(std::string_view printed);

/// What is printed in a format, without what divides the rows and columns of tables: CSV's lines
/// end in CR LF, and TSV has tabs. rows_test.cpp sees to it that text from articles has neither.
std::string without_dividers(std::string_view format, std::string printed);

}  // namespace dateline::tests
