// The lines of a text that is being taken apart, each with what it has been recognised as.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// What a line is.
enum class LineKind : std::uint8_t {
    Body,       ///< part of the article, as far as is known
    Blank,      ///< divides paragraphs
    Part,       ///< taken: headline, byline, date, source, URL
    Furniture,  ///< no part of the article, but kept with it
    Repeated,   ///< said before: kept once
};

struct LayoutLine {
    std::string_view text{};    ///< trimmed, without a picture's credit
    std::string_view raw{};     ///< with its indentation, as it goes into the body
    std::string_view credit{};  ///< the credit that was cut off
    LineKind kind = LineKind::Body;
    std::string_view rule{};  ///< why it is not part of the body
};

/// The lines of `text`; blank ones and furniture are marked. Bodies of records with fields keep
/// everyday words and captions.
std::vector<LayoutLine> mark_lines(std::string_view text, bool of_record);

/// Drops the second of two equal runs of body lines at the end: a page scraped twice; and each long
/// paragraph that has stood before.
void drop_repetition(std::vector<LayoutLine>& lines);

/// The longest of the first lines, in characters: what prose may have been wrapped at.
std::size_t text_width(const std::vector<LayoutLine>& lines);

/// Whether the break behind line `at` was forced by the `width` of the text: prose wrapped at 65
/// columns goes on there, a headline ends.
bool is_wrapped(const std::vector<LayoutLine>& lines, std::size_t at, std::size_t width);

}  // namespace dateline::indexer
