#include "searcher/search/stretches.hpp"

#include <algorithm>

namespace dateline::searcher {

Stretches::Stretches(std::span<const std::size_t> articles, std::uint32_t size)
{
    for (std::uint32_t segment = 0; segment < articles.size(); ++segment) {
        const auto end = static_cast<std::uint32_t>(articles[segment]);
        for (std::uint32_t begin = 0; begin < end; begin += size) {
            left_.push_back({segment, begin, begin + std::min(size, end - begin)});
        }
    }
}

std::optional<Stretch> Stretches::take_first()
{
    const std::lock_guard lock{mutex_};
    if (left_.empty()) { return {}; }
    const Stretch first = left_.front();
    left_.pop_front();
    return first;
}

std::optional<Stretch> Stretches::take_last()
{
    const std::lock_guard lock{mutex_};
    if (left_.empty()) { return {}; }
    const std::size_t most = std::max<std::size_t>(1, left_.size() / 4);
    Stretch taken = left_.back();
    left_.pop_back();
    for (std::size_t more = 1; more < most && left_.back().segment == taken.segment; ++more) {
        taken.begin = left_.back().begin;
        left_.pop_back();
    }
    return taken;
}

std::size_t Stretches::left() const
{
    const std::lock_guard lock{mutex_};
    return left_.size();
}

}  // namespace dateline::searcher
