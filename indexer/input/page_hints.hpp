// What the names of an element's classes and the like say that it holds: "entry-content" is an
// article's body, "relatedPosts" is not.
#pragma once

#include "indexer/input/html_tree.hpp"

#include <cstdint>
#include <string_view>

namespace dateline::indexer {

/// Sets of these bits.
using Hints = std::uint32_t;
inline constexpr Hints kNoHint = 0;          ///< a word that only begins like one that says more
inline constexpr Hints kBodyHint = 1;        ///< the text of an article
inline constexpr Hints kJunkHint = 2;        ///< probably no part of it: sidebars, tags, promotions
inline constexpr Hints kOutsideHint = 4;     ///< surely none: navigation, comments, cookie notices
inline constexpr Hints kCaptionHint = 8;     ///< says what a picture shows
inline constexpr Hints kDeckHint = 16;       ///< the sentence or two below a headline
inline constexpr Hints kBylineHint = 32;     ///< who wrote it
inline constexpr Hints kDateHint = 64;       ///< when
inline constexpr Hints kHeadlineHint = 128;  ///< its headline
inline constexpr Hints kHiddenHint = 256;    ///< not shown, or to screen readers only

/// What an element is by its name, role, classes, id, and the like.
Hints hints_of(const xmlNode* element);

/// What one class, id or the like says: its words, divided at signs and capitals, are looked for
/// by themselves and each with the one before it ("articleBody", "article-body", "article body").
Hints hints_in(std::string_view names);

}  // namespace dateline::indexer
