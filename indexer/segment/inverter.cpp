#include "indexer/segment/inverter.hpp"

#include "indexer/segment/postings_writer.hpp"

#include <algorithm>
#include <numeric>

namespace dateline::indexer {
namespace {

/// The first eight bytes as a number that sorts like them: most keys differ in these.
std::uint64_t sort_prefix(std::string_view key)
{
    std::uint64_t prefix = 0;
    for (std::size_t i = 0; i < sizeof(prefix); ++i) {
        prefix = prefix << 8U | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
    }
    return prefix;
}

}  // namespace

std::uint32_t Inverter::term(std::string text)
{
    const auto number = static_cast<std::uint32_t>(keys_.size());
    const auto [known, is_new] = numbers_.try_emplace(std::move(text), number);
    if (is_new) {
        keys_.push_back(glass_key(known->first));
        counts_.emplace_back();
    }
    return known->second;
}

void Inverter::add(std::uint32_t term, std::uint32_t weight)
{
    const auto article = static_cast<std::uint32_t>(ends_.size());
    length_ += weight;
    Count& known = counts_[term];
    if (known.last_article == article) {
        const auto same = std::find_if(entries_.rbegin(), entries_.rend(),
                                       [term](const Entry& entry) { return entry.term == term; });
        same->weight += weight;
        return;
    }
    known.last_article = article;
    ++known.articles;
    entries_.push_back({term, weight});
}

void Inverter::end_article()
{
    ends_.push_back(entries_.size());
    lengths_.push_back(length_);
    length_ = 0;
}

void Inverter::clear()
{
    for (const Entry& entry : entries_) { counts_[entry.term] = {}; }
    entries_.clear();
    ends_.clear();
    lengths_.clear();
    length_ = 0;
}

std::vector<std::uint32_t> Inverter::terms_in_order() const
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    order.reserve(keys_.size());
    for (std::uint32_t term = 0; term < keys_.size(); ++term) {
        order.emplace_back(sort_prefix(keys_[term]), term);
    }
    std::sort(order.begin(), order.end(), [this](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : keys_[a.second] < keys_[b.second];
    });
    std::vector<std::uint32_t> terms;
    terms.reserve(order.size());
    for (const auto& [prefix, term] : order) { terms.push_back(term); }
    return terms;
}

Status Inverter::write(const std::filesystem::path& path) const
{
    // A counting sort: entries come by article, so each term's list fills up in order.
    std::vector<std::size_t> begins(counts_.size() + 1);
    for (std::size_t term = 0; term < counts_.size(); ++term) {
        begins[term + 1] = begins[term] + counts_[term].articles;
    }
    std::vector<Posting> postings(entries_.size());
    std::vector<std::size_t> next(begins.begin(), begins.end() - 1);
    std::size_t entry = 0;
    for (std::uint32_t article = 0; article < ends_.size(); ++article) {
        for (; entry < ends_[article]; ++entry) {
            const Entry& e = entries_[entry];
            postings[next[e.term]++] = {.index = article, .weight = e.weight};
        }
    }
    PostingsWriter writer{path, lengths_};
    for (const std::uint32_t term : terms_in_order()) {
        if (counts_[term].articles == 0) { continue; }
        writer.add(keys_[term], std::span{postings}.subspan(begins[term], counts_[term].articles));
    }
    return writer.finish();
}

}  // namespace dateline::indexer
