// The values that a facet shows: the most frequent ones.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::searcher {

/// A name, or a pair of them, and how many hits have it. The texts lie in the index.
struct CountedValue {
    std::uint32_t articles = 0;
    std::string_view value{};
    std::string_view with{};

    /// Whether it is shown before another one.
    [[nodiscard]] bool is_before(const CountedValue& other) const
    {
        if (articles != other.articles) { return articles > other.articles; }
        return value != other.value ? value < other.value : with < other.with;
    }
};

/// Keeps the first so many values, in a heap with the last of them on top.
class TopValues {
  public:
    explicit TopValues(std::size_t size) : size_(size) {}

    /// What has fewer articles than this need not be offered.
    [[nodiscard]] std::uint32_t least() const
    {
        return heap_.size() < size_ || size_ == 0 ? 1 : heap_.front().articles;
    }

    void offer(const CountedValue& value)
    {
        constexpr auto is_before = [](const CountedValue& a, const CountedValue& b) {
            return a.is_before(b);
        };
        if (heap_.size() < size_) {
            heap_.push_back(value);
            std::push_heap(heap_.begin(), heap_.end(), is_before);
        } else if (size_ != 0 && value.is_before(heap_.front())) {
            std::pop_heap(heap_.begin(), heap_.end(), is_before);
            heap_.back() = value;
            std::push_heap(heap_.begin(), heap_.end(), is_before);
        }
    }

    /// Them, in order.
    std::vector<CountedValue> take()
    {
        std::sort(heap_.begin(), heap_.end(),
                  [](const CountedValue& a, const CountedValue& b) { return a.is_before(b); });
        return std::move(heap_);
    }

  private:
    std::size_t size_;
    std::vector<CountedValue> heap_{};
};

}  // namespace dateline::searcher
