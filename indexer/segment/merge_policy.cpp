#include "indexer/segment/merge_policy.hpp"

#include <algorithm>
#include <numeric>

namespace dateline::indexer {
namespace {

constexpr std::uint64_t kSparse = 5;  // one of so many removed

/// The places of segments, the smallest first.
std::vector<std::size_t> by_size(const std::vector<SegmentWeight>& segments)
{
    std::vector<std::size_t> order(segments.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&segments](std::size_t a, std::size_t b) {
        return segments[a].text_bytes < segments[b].text_bytes;
    });
    return order;
}

}  // namespace

std::vector<std::size_t> choose_merge(const std::vector<SegmentWeight>& segments)
{
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].removed * kSparse > segments[i].articles) { return {i}; }
    }
    if (segments.size() <= kMaxSegments) { return {}; }
    std::vector<std::size_t> chosen = by_size(segments);
    std::uint64_t together = segments[chosen[0]].text_bytes + segments[chosen[1]].text_bytes;
    std::size_t count = 2;
    while (count < chosen.size() && segments[chosen[count]].text_bytes <= together) {
        together += segments[chosen[count++]].text_bytes;
    }
    chosen.resize(count);
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace dateline::indexer
