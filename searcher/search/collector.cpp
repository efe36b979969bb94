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

/// Evaluates a plan for one thread, stretch by stretch.
class Gatherer {
  public:
    Gatherer(const Snapshot& snapshot, const PlanNode& plan, std::uint64_t added_after,
             Deadline deadline, Best best)
        : snapshot_(snapshot),
          plan_(plan),
          added_after_(added_after),
          deadline_(deadline),
          steps_before_(deadline.steps()),
          best_(std::move(best))
    {
    }

    /// Adds the hits of a stretch to those of its segment. Goes on where the last stretch ended, or
    /// begins anew.
    void gather(const Stretch& stretch, std::vector<ArticleSet>& hits)
    {
        if (!matches_ || last_.segment != stretch.segment || last_.end != stretch.begin) {
            begin(stretch);
        }
        last_ = stretch;
        const Segment& segment = snapshot_.segments()[stretch.segment];
        const auto days = segment.columns.days();
        ArticleSet& of_segment = hits[stretch.segment];
        DocId doc = doc_;
        for (; doc <= stretch.end; doc = matches_->advance(doc + 1)) {
            const std::uint32_t index = doc - 1;
            if (segment.removed.contains(index) || !is_new(segment, index) ||
                !matches_->confirm()) {
                continue;
            }
            ++total_;
            of_segment.insert(index);
            best_.offer({matches_->score(), days[index], stretch.segment, index});
        }
        doc_ = doc;
    }

    [[nodiscard]] std::uint64_t total() const { return total_; }
    [[nodiscard]] bool is_late() const { return deadline_.is_over(); }
    /// How many steps the articles behind where it stands will take, if they are like those before;
    /// of the caller, who goes through all in order.
    [[nodiscard]] std::uint64_t steps_left() const
    {
        std::uint64_t passed = 0;
        std::uint64_t all = 0;
        for (std::uint32_t s = 0; s < snapshot_.segments().size(); ++s) {
            const std::uint64_t articles = snapshot_.segments()[s].articles();
            all += articles;
            if (s < last_.segment) { passed += articles; }
            // It may stand far behind its stretch: at the next match.
            if (s == last_.segment) { passed += std::min<std::uint64_t>(articles, doc_ - 1); }
        }
        const std::uint64_t steps = deadline_.steps() - steps_before_;
        return steps * (all - passed) / std::max<std::uint64_t>(passed, 1);
    }
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }
    std::vector<RankedHit> take_best() { return best_.take(); }

  private:
    [[nodiscard]] bool is_new(const Segment& segment, std::uint32_t index) const
    {
        return added_after_ == 0 || segment.columns.added(index) > added_after_;
    }

    void begin(const Stretch& stretch)
    {
        const Segment& segment = snapshot_.segments()[stretch.segment];
        matches_ = open_matches(plan_, {segment, snapshot_.names(), deadline_, failure_});
        doc_ = matches_->advance(stretch.begin + 1);
    }

    const Snapshot& snapshot_;
    const PlanNode& plan_;
    std::uint64_t added_after_;
    Deadline deadline_;
    std::uint64_t steps_before_;
    Best best_;
    std::optional<Error> failure_{};
    MatchesPtr matches_{};
    Stretch last_{};
    DocId doc_ = kNoMore;  ///< the first that is not looked at yet
    std::uint64_t total_ = 0;
};

/// Whether a segment has articles that are wanted: digests ask for the newest of many.
bool has_new(const Segment& segment, std::uint64_t added_after)
{
    const auto runs = segment.columns.added_runs();
    return added_after == 0 || std::any_of(runs.begin(), runs.end(), [&](const AddedRun& run) {
               return run.generation > added_after;
           });
}

/// Evaluates stretches for the caller, and wakes helpers if much is left after the first. One
/// gatherer for each helper and one for the caller, who is the last.
void gather_with(Crew& crew, std::uint64_t worth_help, Stretches& stretches,
                 std::vector<Gatherer>& gatherers, std::vector<ArticleSet>& hits)
{
    Gatherer& own = gatherers.back();
    bool is_helped = crew.helpers() == 0;
    while (const auto stretch = stretches.take_first()) {
        own.gather(*stretch, hits);
        if (own.is_late()) { return; }
        if (is_helped || stretches.left() == 0 || own.steps_left() < worth_help) { continue; }
        is_helped = true;
        crew.start([&](std::size_t helper) {
            Gatherer& gatherer = gatherers[helper];
            while (const auto last = gatherer.is_late() ? std::nullopt : stretches.take_last()) {
                gatherer.gather(*last, hits);
            }
        });
    }
}

/// Evaluates all stretches. Whatever happens, no helper uses them any more when it is over.
void gather_all(Crew& crew, std::uint64_t worth_help, Stretches& stretches,
                std::vector<Gatherer>& gatherers, std::vector<ArticleSet>& hits)
{
    try {
        gather_with(crew, worth_help, stretches, gatherers, hits);
    } catch (...) {
        crew.wait();
        throw;
    }
    crew.wait();
}

}  // namespace

Result<Collected> collect(const Snapshot& snapshot, const PlanNode& plan,
                          const SearchRequest& request, Deadline& deadline, Crew& crew,
                          const Sharing& sharing)
{
    const std::size_t page_end = request.offset + request.limit;
    const Best none{request.sort,
                    is_reranked(request) ? std::max(page_end, kRerankDepth) : page_end};
    std::vector<Gatherer> gatherers;
    gatherers.reserve(crew.helpers() + 1);  // matches refer to theirs
    for (std::size_t i = 0; i <= crew.helpers(); ++i) {
        gatherers.emplace_back(snapshot, plan, request.added_after, deadline, none);
    }
    Collected collected;
    std::vector<std::size_t> sizes;
    for (const Segment& segment : snapshot.segments()) {
        sizes.push_back(has_new(segment, request.added_after) ? segment.articles() : 0);
        collected.hits.emplace_back(segment.articles());
    }
    Stretches stretches{sizes, sharing.stretch};
    gather_all(crew, sharing.worth_help, stretches, gatherers, collected.hits);

    Best best = none;
    for (Gatherer& gatherer : gatherers) {
        if (gatherer.failure()) { return Failure{*gatherer.failure()}; }
        if (gatherer.is_late()) { deadline.look(); }
        collected.total += gatherer.total();
        for (const RankedHit& hit : gatherer.take_best()) { best.offer(hit); }
    }
    for (const Segment& segment : snapshot.segments()) {
        if (auto read = segment.postings.status(); !read) { return Failure{read.error()}; }
    }
    if (deadline.is_over()) { return took_too_long(request.time_limit); }
    collected.best = best.take();
    return collected;
}

}  // namespace dateline::searcher
