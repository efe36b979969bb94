#include "indexer/segment/merge_policy.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace dateline::indexer {
namespace {

constexpr std::size_t kOfOneClass = 4;
constexpr std::size_t kSmallest = 6;
constexpr std::uint64_t kSmallestClassBytes = 16 << 10;
constexpr std::uint64_t kSparse = 5;  // one of so many removed

std::size_t class_of(std::uint64_t text_bytes)
{
    std::size_t size_class = 0;
    for (std::uint64_t limit = kSmallestClassBytes; text_bytes >= limit && size_class < 16;
         limit *= kOfOneClass) {
        ++size_class;
    }
    return size_class;
}

}  // namespace

std::vector<std::size_t> choose_merge(const std::vector<SegmentWeight>& segments)
{
    std::map<std::size_t, std::vector<std::size_t>> classes;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        classes[class_of(segments[i].text_bytes)].push_back(i);
    }
    for (const auto& [size_class, members] : classes) {
        if (members.size() >= kOfOneClass) { return members; }
    }
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (segments[i].removed * kSparse > segments[i].articles) { return {i}; }
    }
    if (segments.size() <= kMaxSegments) { return {}; }
    std::vector<std::size_t> order(segments.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&segments](std::size_t a, std::size_t b) {
        return segments[a].text_bytes < segments[b].text_bytes;
    });
    order.resize(kSmallest);
    std::sort(order.begin(), order.end());
    return order;
}

}  // namespace dateline::indexer
