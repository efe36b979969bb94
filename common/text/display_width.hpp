// How many columns of a terminal text takes, by Unicode's East Asian widths.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace dateline {

/// A letter with the marks on it: what must not be torn apart.
struct Cluster {
    std::size_t bytes = 0;
    std::size_t columns = 0;
};

/// The first cluster of `text`, which is not empty and has no control characters. Where terminals
/// differ (emoji joined to one, U+FE0F) it is the wider answer, so that no line is ever too wide.
Cluster first_cluster(std::string_view text);

/// The columns of `text`, which has no control characters (https://www.unicode.org/reports/tr11/).
std::size_t display_width(std::string_view text);

/// How many bytes of `text` fit in so many columns, in whole clusters. Reads no further than that.
std::size_t bytes_that_fit(std::string_view text, std::size_t columns);

/// So many that everything fits.
inline constexpr std::size_t kAllColumns = std::numeric_limits<std::size_t>::max();

/// Text that somebody else wrote, made printable(), with no more than 30 marks on a letter
/// (https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format).
std::string displayable(std::string_view text);

/// `text` as displayable() makes it, ending in "…" if it does not fit in `columns`.
std::string displayable(std::string_view text, std::size_t columns);

/// So many blanks.
inline std::string blanks(std::size_t count) { return std::string(count, ' '); }

/// Blanks that fill up `text` to `columns`; none if it is wider.
std::string padding(std::string_view text, std::size_t columns);

}  // namespace dateline
