// The words of a segment that count as words of a name, and what they can be.
#pragma once

#include "indexer/detect/name_segments.hpp"
#include "indexer/detect/name_text.hpp"

#include <array>
#include <cstddef>

namespace dateline::indexer {

inline constexpr std::size_t kMostHeads = 5;  ///< words of a name, without particles

/// The words of a segment that count: without particles, suffixes, and the later parts of
/// hyphenated words.
struct NameHeads {
    std::array<const RunWord*, kMostHeads + 1> words{};  ///< of the segment
    std::size_t size = 0;                                ///< kMostHeads + 1: more than a name has

    [[nodiscard]] const RunWord& operator[](std::size_t i) const { return *words[i]; }
    [[nodiscard]] const RunWord& last() const { return *words[size - 1]; }
};

NameHeads heads_of(const NameText& text, const NameSegment& segment);

/// Whether a word may be one of a name: it means nothing else, or is a surname or given name, too.
bool can_be_name(NameWord meaning);

/// Whether the heads are a Chinese, Korean or Vietnamese name: Kim Jong-un.
bool is_family_first(const NameText& text, const NameSegment& segment, const NameHeads& heads);

}  // namespace dateline::indexer
