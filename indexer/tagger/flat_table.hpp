// A hash table of numbers that are hashes already: open addressing, nothing is ever taken out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace dateline::indexer {

/// `Key` is an unsigned integer whose bits are well spread. The key 0 is the same as 1.
template <class Key, class Value>
class FlatTable {
  public:
    /// Makes room for so many keys; forgets those that are there.
    void reset(std::size_t keys)
    {
        std::size_t slots = 16;
        while (slots < keys * 2) { slots *= 2; }
        slots_.assign(slots, Slot{});
        size_ = 0;
    }

    /// The value of `key`, which is added if it is new.
    Value& operator[](Key key)
    {
        if ((size_ + 1) * 2 > slots_.size()) { grow(); }
        Slot& slot = slots_[place_of(shown(key))];
        if (slot.key == 0) {
            slot.key = shown(key);
            ++size_;
        }
        return slot.value;
    }

    /// Null if the key is not there.
    [[nodiscard]] const Value* find(Key key) const
    {
        if (slots_.empty()) { return nullptr; }
        const Slot& slot = slots_[place_of(shown(key))];
        return slot.key == 0 ? nullptr : &slot.value;
    }

    /// Asks the memory for the place where find() will look first. Not before reset().
    void prefetch(Key key) const
    {
        __builtin_prefetch(&slots_[static_cast<std::size_t>(key) & (slots_.size() - 1)]);
    }

    [[nodiscard]] std::size_t size() const { return size_; }

  private:
    struct Slot {
        Key key = 0;
        Value value{};
    };

    static Key shown(Key key) { return key == 0 ? 1 : key; }

    [[nodiscard]] std::size_t place_of(Key key) const
    {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = static_cast<std::size_t>(key) & mask;
        while (slots_[at].key != 0 && slots_[at].key != key) { at = (at + 1) & mask; }
        return at;
    }

    void grow()
    {
        std::vector<Slot> old = std::exchange(slots_, {});
        reset(old.size());  // twice as many slots
        for (Slot& slot : old) {
            if (slot.key == 0) { continue; }
            slots_[place_of(slot.key)] = std::move(slot);
            ++size_;
        }
    }

    std::vector<Slot> slots_{};
    std::size_t size_ = 0;
};

}  // namespace dateline::indexer
