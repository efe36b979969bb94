// Names that are the same seen in some way: found by sorting keys, never by comparing all with all.
#pragma once

#include "common/people/name_graph.hpp"

#include <algorithm>
#include <tuple>

namespace dateline {

/// A name under a key by which others are found.
struct Keyed {
    std::uint64_t key;
    std::uint32_t name;

    friend bool operator<(const Keyed& a, const Keyed& b)
    {
        return std::tie(a.key, a.name) < std::tie(b.key, b.name);
    }
};

/// Calls `take` with each run of at least two names under one key, the most frequent first.
template <class Take>
void for_each_kin(const NameGraph& graph, std::vector<Keyed>& keyed, Take take)
{
    std::sort(keyed.begin(), keyed.end());
    for (std::size_t first = 0; first < keyed.size();) {
        std::size_t last = first + 1;
        while (last < keyed.size() && keyed[last].key == keyed[first].key) { ++last; }
        if (last - first > 1) {
            const std::span kin = std::span{keyed}.subspan(first, last - first);
            std::ranges::sort(kin, [&graph](const Keyed& a, const Keyed& b) {
                return graph.is_before(a.name, b.name);
            });
            take(std::span<const Keyed>{kin});
        }
        first = last;
    }
}

/// Remembers keys, and now and then takes another for one of them.
class KeyFilter {
  public:
    void add(std::uint64_t key) { bits_[key >> kShift] = true; }
    [[nodiscard]] bool may_hold(std::uint64_t key) const { return bits_[key >> kShift]; }

  private:
    static constexpr unsigned kShift = 64 - 20;
    std::vector<bool> bits_ = std::vector<bool>(std::size_t{1} << (64 - kShift));
};

/// Names with the keys of those that have initials: of others there is nothing to join.
template <class May, class KeyOf>
std::vector<Keyed> keyed_with(const NameGraph& graph, May may, KeyOf key_of)
{
    KeyFilter filter;
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
        if (graph.has_initial(i) && may(graph.words(i))) { filter.add(key_of(i)); }
    }
    std::vector<Keyed> keyed;
    for (std::uint32_t i = 0; i < graph.size(); ++i) {
        if (!may(graph.words(i))) { continue; }
        const std::uint64_t key = key_of(i);
        if (filter.may_hold(key)) { keyed.push_back({key, i}); }
    }
    return keyed;
}

}  // namespace dateline
