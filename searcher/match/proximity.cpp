#include "searcher/match/proximity.hpp"

#include "searcher/match/occurrences.hpp"

#include <algorithm>
#include <functional>
#include <span>

namespace dateline::searcher {
namespace {

/// Those that may be chosen together with `one`: in its unit, and no more than `reach` words away.
std::span<const Occurrence> around(const Occurrence& one, std::span<const Occurrence> all,
                                   std::uint32_t reach)
{
    const std::uint32_t least = one.first > reach ? one.first - reach : 0;
    const auto begin = std::partition_point(all.begin(), all.end(), [&](const Occurrence& other) {
        return other.unit < one.unit || other.first < least;
    });
    const auto end = std::partition_point(begin, all.end(), [&](const Occurrence& other) {
        return other.unit == one.unit &&
               (other.first < one.first || other.first - one.first <= reach);
    });
    return {begin, end};
}

}  // namespace

/// Whether occurrences can be chosen, one of each part, each near the next: for each set of parts
/// that can be chosen so, where the last of them ends.
class NearPlaces::Chain {
  public:
    Chain(std::size_t parts, const Proximity& proximity, Deadline& deadline)
        : proximity_(proximity), deadline_(deadline), ends_(std::size_t{1} << parts)
    {
    }

    /// Occurrences in order; of part `only.part`, `only` alone counts if it is given.
    bool holds(std::span<const Occurrence> all, const Occurrence* only = nullptr)
    {
        clear();
        std::uint32_t unit = 0;
        for (const Occurrence& one : all) {
            if (only != nullptr && one.part == only->part && !(one.place == only->place)) {
                continue;
            }
            if (one.unit != unit) { clear(); }
            unit = one.unit;
            if (one.unit_end != unit) { continue; }  // a phrase across two sentences
            if (deadline_.passed(1 + static_cast<std::uint32_t>(used_.size()))) { return false; }
            if (take(one)) { return true; }
        }
        return false;
    }

  private:
    bool take(const Occurrence& one)
    {
        const std::uint32_t bit = 1U << one.part;
        if (!proximity_.is_ordered || one.part == 0) { add(bit, one.last); }
        const std::size_t known = used_.size();
        for (std::size_t i = 0; i < known; ++i) {
            const std::uint32_t set = used_[i];
            if ((set & bit) != 0 || (proximity_.is_ordered && set != bit - 1)) { continue; }
            if (!follows(one, ends_[set])) { continue; }
            add(set | bit, one.last);
        }
        return !ends_.back().empty();
    }

    /// Whether it stands behind one of the ends, near enough. Ends that are too far before it are
    /// so for all that follow, and go.
    [[nodiscard]] bool follows(const Occurrence& one, std::vector<std::uint32_t>& ends) const
    {
        if (proximity_.unit == Unit::Words) {
            std::erase_if(ends, [&](std::uint32_t end) {
                return end < one.first && one.first - end > proximity_.most;
            });
        }
        return std::any_of(ends.begin(), ends.end(),
                           [&](std::uint32_t end) { return end < one.first; });
    }

    void add(std::uint32_t set, std::uint32_t end)
    {
        std::vector<std::uint32_t>& ends = ends_[set];
        if (std::find(used_.begin(), used_.end(), set) == used_.end()) { used_.push_back(set); }
        if (proximity_.unit != Unit::Words && !ends.empty()) {
            ends.front() = std::min(ends.front(), end);  // any distance will do
        } else {
            ends.push_back(end);
        }
    }

    void clear()
    {
        for (const std::uint32_t set : used_) { ends_[set].clear(); }
        used_.clear();
    }

    Proximity proximity_;
    Deadline& deadline_;
    std::vector<std::vector<std::uint32_t>> ends_;
    std::vector<std::uint32_t> used_{};
};

NearPlaces::NearPlaces(std::vector<PlacesPtr> parts, const Proximity& proximity, Deadline& deadline)
    : parts_(std::move(parts)),
      proximity_(proximity),
      deadline_(deadline),
      found_(parts_.size()),
      chain_(std::make_unique<Chain>(parts_.size(), proximity, deadline))
{
}

NearPlaces::~NearPlaces() = default;

/// False if it has no place at all.
bool NearPlaces::find_part(const ArticleStream& article, std::size_t part)
{
    found_[part].clear();
    parts_[part]->find(article, found_[part]);
    return !found_[part].empty();
}

/// False if a part has no place at all.
bool NearPlaces::find_parts(const ArticleStream& article)
{
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (!find_part(article, i)) { return false; }
    }
    return true;
}

/// Two parts within some words, without counting the words of the whole article: the rarer is
/// looked for, and around it the other one; in the whole article once that is less to read.
bool NearPlaces::is_pair_near(const ArticleStream& article)
{
    const std::size_t anchor = parts_[0]->rarity() < parts_[1]->rarity() ? 1 : 0;
    const std::size_t other = 1 - anchor;
    const std::size_t words = parts_[other]->words();
    const std::size_t around = 2 * kMostBytesOfWord * (proximity_.most + words);
    std::size_t left = words == 0 ? 0 : article.bytes.size() / around / 2;
    if (left == 0) {
        return find_part(article, anchor) && find_part(article, other) && are_near(article.bytes);
    }
    bool is_near = false;
    bool is_whole = false;
    const auto look = [&](const Place& place) {
        if (deadline_.passed()) { return false; }
        is_whole = left == 0;
        if (is_whole) { return false; }
        --left;
        found_[anchor].assign(1, place);
        find_around(article, place, other);
        is_near = are_near(article.bytes);
        return !is_near;
    };
    parts_[anchor]->each(article, std::ref(look));  // a reference fits into a SeePlace
    return is_near || (is_whole && find_parts(article) && are_near(article.bytes));
}

/// Finds the places of a part around one of the other part.
void NearPlaces::find_around(const ArticleStream& article, const Place& place, std::size_t part)
{
    const Place piece = piece_around(article.bytes, place, proximity_.most + parts_[part]->words());
    found_[part].clear();
    parts_[part]->find({article.article, article.language,
                        article.bytes.substr(piece.begin, piece.end - piece.begin)},
                       found_[part]);
    for (Place& found : found_[part]) {
        found.begin += piece.begin;
        found.end += piece.begin;
    }
}

/// Whether a place of one part is near the next of the other part.
bool NearPlaces::are_near(std::string_view stream) const
{
    const auto is_followed = [&](const std::vector<Place>& ones, const std::vector<Place>& others) {
        for (const Place& one : ones) {
            const auto next = std::lower_bound(
                others.begin(), others.end(), one.end,
                [](const Place& place, std::uint32_t end) { return place.begin < end; });
            if (next == others.end()) { continue; }
            if (words_between(stream, one.end, next->begin, proximity_.most) < proximity_.most) {
                return true;
            }
        }
        return false;
    };
    return is_followed(found_[0], found_[1]) ||
           (!proximity_.is_ordered && is_followed(found_[1], found_[0]));
}

bool NearPlaces::any(const ArticleStream& article)
{
    if (parts_.size() == 2 && proximity_.unit == Unit::Words) { return is_pair_near(article); }
    return find_parts(article) &&
           chain_->holds(occurrences_of(found_, article.bytes, proximity_.unit));
}

void NearPlaces::find(const ArticleStream& article, std::vector<Place>& out)
{
    if (!find_parts(article)) { return; }
    const auto all = occurrences_of(found_, article.bytes, proximity_.unit);
    std::uint32_t longest = 0;
    for (const Occurrence& one : all) { longest = std::max(longest, one.last - one.first + 1); }
    const auto parts = static_cast<std::uint32_t>(parts_.size());
    const std::uint32_t reach =
        proximity_.unit == Unit::Words ? parts * (proximity_.most + longest) : UINT32_MAX;
    const auto first = static_cast<std::ptrdiff_t>(out.size());
    for (const Occurrence& one : all) {
        if (chain_->holds(around(one, all, reach), &one)) { out.push_back(one.place); }
    }
    std::sort(out.begin() + first, out.end());
    out.erase(std::unique(out.begin() + first, out.end()), out.end());
}

}  // namespace dateline::searcher
