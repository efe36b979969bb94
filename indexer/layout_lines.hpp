// The lines of a text that is being taken apart, each with what it has been recognised as.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// What a line is.
enum class LineKind : std::uint8_t {
    Body,    ///< part of the article, as far as is known
    Blank,   ///< divides paragraphs
    Part,    ///< taken: headline, byline, date, source, URL
    Dropped  ///< furniture, or said twice
};

struct LayoutLine {
    std::string_view text{};  ///< trimmed, without a picture's credit
    std::string_view raw{};   ///< with its indentation, as it goes into the body
    LineKind kind = LineKind::Body;
};

/// The lines of `text`; blank ones and furniture are marked.
std::vector<LayoutLine> mark_lines(std::string_view text);

/// Drops the second of two equal runs of body lines at the end: a page scraped twice.
void drop_repetition(std::vector<LayoutLine>& lines);

/// Whether the break behind line `at` was forced by the width of the text: prose wrapped at 65
/// columns goes on there, a headline ends.
bool is_wrapped(const std::vector<LayoutLine>& lines, std::size_t at);

}  // namespace dateline::indexer
