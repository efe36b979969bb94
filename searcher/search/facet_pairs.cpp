#include "searcher/search/facet_pairs.hpp"

#include "searcher/search/facet_hits.hpp"
#include "searcher/search/facet_words.hpp"

#include <functional>
#include <optional>

namespace dateline::searcher {
namespace {

/// So many names are paired first. Any number gives the same answer.
constexpr std::size_t kFirstNames = 256;
/// More pairs than this are counted in several passes, to bound memory.
constexpr std::size_t kMaxPairs = std::size_t{1} << 21U;

struct Name {
    std::uint32_t key = 0;
    std::uint32_t articles = 0;
    bool is_wanted = false;  ///< by PairSource::words
};

/// Counts of pairs of numbers: open addressing, at most three quarters full. 0 is no number.
class PairTable {
  public:
    PairTable() { clear(); }

    void clear() { slots_.assign(kSlots, {}), size_ = 0; }

    void add(std::uint64_t pair, std::uint64_t hash)
    {
        Slot* slot = find(pair, hash);
        if (slot->pair == 0) {
            slot->pair = pair;
            if (++size_ * 4 > slots_.size() * 3) {
                grow();
                slot = find(pair, hash);
            }
        }
        ++slot->articles;
    }

    [[nodiscard]] std::size_t size() const { return size_; }

    template <class Visit>
    void for_each(Visit visit) const
    {
        for (const Slot& slot : slots_) {
            if (slot.pair != 0) { visit(slot.pair, slot.articles); }
        }
    }

    static std::uint64_t hash_of(std::uint64_t pair)
    {
        constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15U;
        return (pair ^ pair >> 32U) * kGolden;
    }

  private:
    static constexpr std::size_t kSlots = 1024;
    struct Slot {
        std::uint64_t pair = 0;
        std::uint32_t articles = 0;
    };

    Slot* find(std::uint64_t pair, std::uint64_t hash)
    {
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = hash >> 20U & mask;
        while (slots_[at].pair != 0 && slots_[at].pair != pair) { at = (at + 1) & mask; }
        return &slots_[at];
    }

    void grow()
    {
        std::vector<Slot> old(slots_.size() * 4);
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.pair != 0) { *find(slot.pair, hash_of(slot.pair)) = slot; }
        }
    }

    std::vector<Slot> slots_{};
    std::size_t size_ = 0;
};

/// Counts the pairs of some names, in as many passes as memory asks for.
class PairCounter {
  public:
    PairCounter(const PairSource& source, std::vector<Name> names, Deadline& deadline)
        : source_(source),
          names_(std::move(names)),
          deadline_(deadline),
          numbers_(source.snapshot.names().of(source.field).size()),
          last_(names_.size() + 1)
    {
        for (std::size_t i = 0; i < names_.size(); ++i) {
            numbers_[names_[i].key] = static_cast<std::uint32_t>(i + 1);
        }
    }

    /// Calls `visit` with the keys of each pair and its count. False if there is no time.
    template <class Visit>
    bool for_each(Visit visit)
    {
        for (std::uint64_t passes = 1, pass = 0; pass < passes;) {
            table_.clear();
            if (!count(passes, pass)) {
                if (deadline_.is_over()) { return false; }
                // Halving the passes divides those that are done as well: none is counted again.
                passes *= 2;
                pass *= 2;
                continue;
            }
            table_.for_each([&](std::uint64_t pair, std::uint32_t articles) {
                visit(names_[(pair >> 32U) - 1].key, names_[(pair & 0xffffffffU) - 1].key,
                      articles);
            });
            ++pass;
        }
        return true;
    }

  private:
    /// Counts the pairs of one pass. False if they are too many, or the time is over.
    bool count(std::uint64_t passes, std::uint64_t pass)
    {
        bool is_whole = true;
        const auto& segments = source_.snapshot.segments();
        for (std::size_t s = 0; s < source_.hits.size() && is_whole; ++s) {
            const OrdinalLists lists = segments[s].columns.lists(source_.field);
            for_each_hit(source_.hits[s].words(), [&](std::size_t index) {
                if (!is_whole) { return; }
                find_names(lists.of(index));
                is_whole = add_pairs(passes, pass) && table_.size() <= kMaxPairs;
            });
        }
        return is_whole;
    }

    /// The numbers of the article's names, each once.
    void find_names(std::span<const std::uint32_t> ordinals)
    {
        const NameColumn& names = source_.snapshot.names().of(source_.field);
        found_.clear();
        ++article_;
        for (const std::uint32_t ordinal : ordinals) {
            const std::uint32_t key = source_.counts.key_of(names, ordinal);
            if (key == NameCounts::kNoKey || numbers_[key] == 0) { continue; }
            const std::uint32_t number = numbers_[key];
            if (last_[number] == article_) { continue; }
            last_[number] = article_;
            found_.push_back(number);
        }
    }

    bool add_pairs(std::uint64_t passes, std::uint64_t pass)
    {
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const bool is_wanted = names_[found_[i] - 1].is_wanted;
            for (std::size_t j = 0; j < i; ++j) {
                if (!is_wanted && !names_[found_[j] - 1].is_wanted) { continue; }
                const auto [low, high] = std::minmax(found_[i], found_[j]);
                const std::uint64_t pair = std::uint64_t{low} << 32U | high;
                const std::uint64_t hash = PairTable::hash_of(pair);
                // The upper half of the hash is spread evenly over the passes.
                if ((hash >> 32U) * passes >> 32U == pass) { table_.add(pair, hash); }
            }
            if (deadline_.passed(static_cast<std::uint32_t>(i + 1))) { return false; }
        }
        return true;
    }

    const PairSource& source_;
    std::vector<Name> names_;
    Deadline& deadline_;
    std::vector<std::uint32_t> numbers_;  ///< by key: place in names_, from 1; 0: not counted
    std::vector<std::uint64_t> last_;     ///< by number: the article it was found in last
    std::uint64_t article_ = 0;
    std::vector<std::uint32_t> found_{};
    PairTable table_{};
};

/// All names of the hits.
std::vector<Name> names_of(const PairSource& source)
{
    const NameColumn& names = source.snapshot.names().of(source.field);
    std::vector<Name> all;
    source.counts.for_each([] { return 0; },
                           [&](std::uint32_t key, std::uint32_t articles) {
                               all.push_back({key, articles, true});
                           });
    if (!source.words.empty()) {
        for (Name& name : all) {
            name.is_wanted = begins_a_word(names.spelling(names.shown(name.key)), source.words);
        }
    }
    return all;
}

/// The most frequent names, and the most frequent of those that are searched for.
std::vector<Name> first_names(std::vector<Name>& all)
{
    std::vector<Name> first;
    const auto take = [&](auto begin) {
        const auto end = begin + std::min<std::ptrdiff_t>(all.end() - begin, kFirstNames);
        std::nth_element(begin, end, all.end(),
                         [](const Name& a, const Name& b) { return a.articles > b.articles; });
        first.insert(first.end(), begin, end);
        return end;
    };
    const auto rest = take(all.begin());
    take(std::partition(rest, all.end(), [](const Name& name) { return !name.is_wanted; }));
    return first;
}

/// So many articles each of the pairs that come first has, at least. Nothing if there is no time.
std::optional<std::uint32_t> least_articles(const PairSource& source, std::vector<Name>& all,
                                            std::size_t limit, Deadline& deadline)
{
    if (all.size() <= kFirstNames) { return 1; }
    std::vector<std::uint32_t> counts;
    PairCounter first{source, first_names(all), deadline};
    const bool done = first.for_each(
        [&](std::uint32_t, std::uint32_t, std::uint32_t articles) { counts.push_back(articles); });
    if (!done) { return std::nullopt; }
    if (counts.size() < limit) { return 1; }
    const auto last = counts.begin() + static_cast<std::ptrdiff_t>(limit - 1);
    std::nth_element(counts.begin(), last, counts.end(), std::greater<>{});
    return *last;
}

}  // namespace

bool add_top_pairs(const PairSource& source, std::size_t limit, TopValues& top, Deadline& deadline)
{
    if (limit == 0) { return true; }
    std::vector<Name> all = names_of(source);
    const auto least = least_articles(source, all, limit, deadline);
    if (!least) { return false; }
    all.erase(std::remove_if(all.begin(), all.end(),
                             [&least](const Name& name) { return name.articles < *least; }),
              all.end());
    const NameColumn& names = source.snapshot.names().of(source.field);
    return PairCounter{source, std::move(all), deadline}.for_each(
        [&](std::uint32_t a, std::uint32_t b, std::uint32_t articles) {
            if (articles < top.least()) { return; }
            std::string_view low = names.spelling(names.shown(a));
            std::string_view high = names.spelling(names.shown(b));
            if (high < low) { std::swap(low, high); }
            top.offer({articles, low, high});
        });
}

}  // namespace dateline::searcher
