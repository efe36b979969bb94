// Breaking a paragraph into lines that fit the terminal, in any script.
#pragma once

#include <cstddef>
#include <limits>
#include <string_view>
#include <vector>

namespace dateline::searcher {

inline constexpr std::size_t kAllLines = std::numeric_limits<std::size_t>::max();

struct Wrapping {
    std::size_t columns = 80;           ///< at least 10
    std::size_t max_lines = kAllLines;  ///< at least 1; what is behind them is left out
};

/// A line: a half-open byte span without blanks at its ends.
struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool cut = false;  ///< the text goes on: a column is left for "…"

    friend bool operator==(const Line&, const Line&) = default;
};

/// The lines of `text`, which is displayable(). Lines end at blanks, and in scripts that write
/// without blanks where https://www.unicode.org/reports/tr14/ allows. A word that is wider than a
/// line has a line of its own, which is too wide; with `max_lines` it is broken anywhere instead.
std::vector<Line> wrap(std::string_view text, const Wrapping& wrapping);

}  // namespace dateline::searcher
