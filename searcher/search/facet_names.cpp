#include "searcher/search/facet_names.hpp"

#include "searcher/search/facet_hits.hpp"

#include <algorithm>
#include <utility>

namespace dateline::searcher {
namespace {

using Words = std::vector<std::uint64_t>;

std::size_t count_bits(std::span<const std::uint64_t> words)
{
    std::size_t count = 0;
    for (const std::uint64_t word : words) {
        if (word != 0) { count += static_cast<std::size_t>(std::popcount(word)); }
    }
    return count;
}

/// The articles of a segment that are not removed.
Words live_articles(const Segment& segment)
{
    const std::size_t articles = segment.articles();
    Words live((articles + 63) / 64, ~std::uint64_t{0});
    if (articles % 64 != 0) { live.back() >>= 64 - articles % 64; }
    const auto removed = segment.removed.words();
    for (std::size_t i = 0; i < std::min(live.size(), removed.size()); ++i) {
        live[i] &= ~removed[i];
    }
    return live;
}

}  // namespace

NameCounts::NameCounts(const Snapshot& snapshot, FieldId field)
    : field_(field), counts_(snapshot.names().of(field).size()), touched_(counts_.size() + 1)
{
    const NameColumn& names = snapshot.names().of(field);
    std::vector<std::uint32_t> others;  // spellings that are not the first of their name
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        const std::uint32_t group = names.group(i);
        if (group == kNobody) {
            counts_[i] = kShared;  // and its group is no key: it is not counted
        } else if (group != i && names.articles(i) != 0) {
            others.push_back(i);
        }
    }
    Zeros spellings{others.empty() ? 0 : counts_.size()};
    for (const std::uint32_t i : others) { ++spellings[names.group(i)]; }
    for (const std::uint32_t i : others) {
        const std::uint32_t group = names.group(i);
        if (spellings[group] + (names.articles(group) != 0 ? 1 : 0) < 2) { continue; }
        counts_[i] = kShared;
        counts_[group] = kShared;
    }
    last_ = Zeros{spellings.size()};
}

void NameCounts::clear()
{
    for (const std::uint32_t key : touched_keys()) { counts_[key] &= kShared; }
    touched_size_ = 0;
    is_rest_ = false;
    if (article_ > kShared) {
        article_ = 0;
        last_.clear();
    }
}

std::uint32_t* NameCounts::add_shared(std::uint32_t group, std::uint32_t* touched)
{
    if (group >= last_.size() || last_[group] == article_) { return touched; }
    last_[group] = article_;
    if (counts_[group] == kShared) { *touched++ = group; }
    ++counts_[group];
    return touched;
}

void NameCounts::add(const Segment& segment, const NameColumn& names,
                     std::span<const std::uint64_t> hits)
{
    const OrdinalLists lists = segment.columns.lists(field_);
    const std::span counts{counts_.data(), counts_.size()};
    std::uint32_t* touched = touched_.data() + touched_size_;  // kept in a register by the loop
    for_each_hit(hits, [&](std::size_t index) {
        ++article_;
        for (const std::uint32_t ordinal : lists.of(index)) {
            if (ordinal >= counts.size()) { continue; }
            const std::uint32_t count = counts[ordinal];
            if ((count & kShared) != 0) {
                touched = add_shared(names.group(ordinal), touched);
                continue;
            }
            counts[ordinal] = count + 1;
            *touched = ordinal;  // counts only if it was not there
            touched += count == 0 ? 1 : 0;
        }
    });
    touched_size_ = static_cast<std::size_t>(touched - touched_.data());
}

void NameCounts::count_all(const Snapshot& snapshot, const std::vector<Words>& live)
{
    const NameColumn& names = snapshot.names().of(field_);
    for (std::size_t s = 0; s < live.size(); ++s) { add(snapshot.segments()[s], names, live[s]); }
    totals_.resize(counts_.size());
    for (const std::uint32_t key : touched_keys()) { totals_[key] = of(key); }
    by_total_.assign(touched_keys().begin(), touched_keys().end());
    const auto sorted = std::min(kSorted, by_total_.size());
    std::partial_sort(by_total_.begin(), by_total_.begin() + static_cast<std::ptrdiff_t>(sorted),
                      by_total_.end(), [this](std::uint32_t a, std::uint32_t b) {
                          return totals_[a] != totals_[b] ? totals_[a] > totals_[b] : a < b;
                      });
    clear();
}

bool NameCounts::counts_rest(std::size_t wanted, std::size_t articles)
{
    if (wanted <= articles / 2) { return false; }
    return std::exchange(had_many_, true);
}

void NameCounts::count(const Snapshot& snapshot, const std::vector<ArticleSet>& hits)
{
    clear();
    const auto& segments = snapshot.segments();
    std::size_t articles = 0;
    std::size_t wanted = 0;
    for (std::size_t s = 0; s < hits.size(); ++s) {
        articles += segments[s].articles();
        wanted += count_bits(hits[s].words());
    }
    const NameColumn& names = snapshot.names().of(field_);
    if (!counts_rest(wanted, articles)) {
        for (std::size_t s = 0; s < hits.size(); ++s) { add(segments[s], names, hits[s].words()); }
        distinct_ = touched_size_;
        return;
    }
    std::vector<Words> rest;
    for (const Segment& segment : segments) { rest.push_back(live_articles(segment)); }
    if (totals_.empty()) { count_all(snapshot, rest); }
    for (std::size_t s = 0; s < hits.size(); ++s) {
        const auto words = hits[s].words();
        for (std::size_t i = 0; i < words.size(); ++i) { rest[s][i] &= ~words[i]; }
        add(segments[s], names, rest[s]);
    }
    is_rest_ = true;
    distinct_ = by_total_.size();
    for (const std::uint32_t key : touched_keys()) { distinct_ -= of(key) == 0 ? 1 : 0; }
}

}  // namespace dateline::searcher
