// Which segments are merged, and when: so that there are few, and each article is moved seldom.
#pragma once

#include <cstdint>
#include <vector>

namespace dateline::indexer {

/// What a segment weighs.
struct SegmentWeight {
    std::uint64_t text_bytes = 0;
    std::uint64_t articles = 0;
    std::uint64_t removed = 0;  ///< of those
};

/// More segments than this make queries slow to begin.
inline constexpr std::size_t kMaxSegments = 10;

/// The segments to be merged next, by place, ascending; none if all is well. A single one is to be
/// written anew without what is removed.
///
/// More than a fifth removed: that segment alone. More than kMaxSegments in all: the smallest, and
/// each next larger one as long as it is no larger than those before it together. What is merged
/// is so at least doubled for most of its articles: each is moved about half as often as by
/// classes of four, since nothing is merged before it has to be.
std::vector<std::size_t> choose_merge(const std::vector<SegmentWeight>& segments);

}  // namespace dateline::indexer
