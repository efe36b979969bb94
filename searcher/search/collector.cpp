#include "searcher/search/collector.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

/// Keeps the best so many hits, in a heap with the worst on top.
class Best {
  public:
    Best(SortOrder sort, std::size_t size) : sort_(sort), size_(size) {}

    void offer(const RankedHit& hit)
    {
        if (size_ == 0) { return; }
        const auto better = [this](const auto& a, const auto& b) { return is_better(a, b); };
        if (heap_.size() < size_) {
            heap_.push_back(hit);
            std::push_heap(heap_.begin(), heap_.end(), better);
        } else if (is_better(hit, heap_.front())) {
            std::pop_heap(heap_.begin(), heap_.end(), better);
            heap_.back() = hit;
            std::push_heap(heap_.begin(), heap_.end(), better);
        }
    }

    std::vector<RankedHit> take()
    {
        std::sort(heap_.begin(), heap_.end(),
                  [this](const auto& a, const auto& b) { return is_better(a, b); });
        return std::move(heap_);
    }

  private:
    [[nodiscard]] bool is_better(const RankedHit& a, const RankedHit& b) const
    {
        if (sort_ != SortOrder::Relevance && a.day != b.day) {
            if (a.day == kUndated || b.day == kUndated) { return b.day == kUndated; }
            return sort_ == SortOrder::OldestFirst ? a.day < b.day : a.day > b.day;
        }
        return ranks_before(a, b);
    }

    SortOrder sort_;
    std::size_t size_;
    std::vector<RankedHit> heap_{};
};

/// Evaluates the plan over one segment. Fails if its postings turn out to be damaged.
Status collect_segment(const Snapshot& snapshot, std::uint32_t number, const PlanNode& plan,
                       Deadline& deadline, Collected& collected, Best& best)
{
    const Segment& segment = snapshot.segments()[number];
    ArticleSet& hits = collected.hits.emplace_back(segment.articles());
    const auto days = segment.columns.days();
    std::optional<Error> failure;
    const auto matches = open_matches(plan, {segment, snapshot.names(), deadline, failure});
    for (DocId doc = matches->advance(1); doc != kNoMore && doc <= segment.articles();
         doc = matches->advance(doc + 1)) {
        const std::uint32_t index = doc - 1;
        if (segment.removed.contains(index) || !matches->confirm()) { continue; }
        ++collected.total;
        hits.insert(index);
        best.offer({matches->score(), days[index], number, index});
    }
    if (failure) { return Failure{*failure}; }
    return segment.postings.status();
}

}  // namespace

Result<Collected> collect(const Snapshot& snapshot, const PlanNode& plan,
                          const SearchRequest& request, Deadline& deadline)
{
    Collected collected;
    const std::size_t page_end = request.offset + request.limit;
    Best best{request.sort, is_reranked(request) ? std::max(page_end, kRerankDepth) : page_end};
    for (std::uint32_t s = 0; s < snapshot.segments().size(); ++s) {
        const Status done = collect_segment(snapshot, s, plan, deadline, collected, best);
        if (!done) { return Failure{done.error()}; }
    }
    if (deadline.is_over()) { return took_too_long(request.time_limit); }
    collected.best = best.take();
    return collected;
}

}  // namespace dateline::searcher
