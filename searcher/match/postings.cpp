#include "searcher/match/postings.hpp"

#include "searcher/match/combine.hpp"
#include "searcher/match/window.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::searcher {
namespace {

// contracts.md, "Meaning"
constexpr float kK1 = 1.2F;
constexpr float kB = 0.75F;

static_assert(kNoMore == PostingList::kEnd);

/// Terms of fields are stored without a frequency: they stand there once.
float count_in(const PostingList& list)
{
    return static_cast<float>(std::max(list.count(), std::uint32_t{1}));
}

/// BM25 of a frequency in an article of some length.
class Scorer {
  public:
    Scorer(const Segment& segment, const Weighting& weighting)
        : lengths_(segment.columns.lengths()),
          idf_(weighting.idf),
          constant_(kK1 * (1 - kB)),
          by_length_(kK1 * kB / std::max(weighting.average_length, 1.0F))
    {
    }

    [[nodiscard]] float score(float count, DocId doc) const
    {
        const float length = doc - 1 < lengths_.size() ? static_cast<float>(lengths_[doc - 1]) : 0;
        return idf_ * count / (count + constant_ + by_length_ * length);
    }

  private:
    std::span<const std::uint32_t> lengths_;
    float idf_;
    float constant_;
    float by_length_;
};

class Term final : public Matches {
  public:
    Term(const Segment& segment, PostingList list, const Weighting& weighting, Deadline& deadline)
        : list_(std::move(list)), scorer_(segment, weighting), deadline_(deadline)
    {
    }

    DocId advance(DocId target) override
    {
        if (deadline_.passed()) { return kNoMore; }
        list_.advance(target);
        return list_.doc();
    }
    float score() override { return scorer_.score(count_in(list_), list_.doc()); }
    [[nodiscard]] std::uint64_t cost() const override { return list_.frequency(); }

  private:
    PostingList list_;
    Scorer scorer_;
    Deadline& deadline_;
};

class TermGroup final : public Matches {
  public:
    TermGroup(const Segment& segment, std::vector<PostingList> lists, const Weighting& weighting,
              Deadline& deadline)
        : lists_(std::move(lists)), scorer_(segment, weighting), deadline_(deadline)
    {
    }

    DocId advance(DocId target) override
    {
        for (;;) {
            if (deadline_.passed()) { return kNoMore; }
            if (window_.covers(target)) {
                const DocId found = window_.next(target);
                if (found != kNoMore) { return doc_ = found; }
                target = window_.end();
            }
            const DocId first = fill(target);
            if (first == kNoMore) { return kNoMore; }
            target = std::max(target, first);
        }
    }

    float score() override { return scorer_.score(window_.sum(doc_), doc_); }

    [[nodiscard]] std::uint64_t cost() const override
    {
        std::uint64_t sum = 0;
        for (const PostingList& list : lists_) { sum += list.frequency(); }
        return sum;
    }

  private:
    /// Puts the window at the first article ≥ target that a list has, and gives that.
    DocId fill(DocId target)
    {
        DocId first = kNoMore;
        for (PostingList& list : lists_) {
            list.advance(target);
            first = std::min(first, list.doc());
        }
        if (first == kNoMore) { return first; }
        window_.begin_at(first);
        for (PostingList& list : lists_) {
            for (; list.doc() < window_.end() && !deadline_.passed(); list.next()) {
                window_.add(list.doc(), count_in(list));
            }
        }
        return first;
    }

    std::vector<PostingList> lists_;
    Scorer scorer_;
    Deadline& deadline_;
    Window window_{};
    DocId doc_ = 0;
};

class Everything final : public Matches {
  public:
    Everything(std::size_t articles, Deadline& deadline)
        : articles_(static_cast<DocId>(articles)), deadline_(deadline)
    {
    }
    DocId advance(DocId target) override
    {
        return target > articles_ || deadline_.passed() ? kNoMore : target;
    }
    float score() override { return 0; }
    [[nodiscard]] std::uint64_t cost() const override { return articles_; }

  private:
    DocId articles_;
    Deadline& deadline_;
};

}  // namespace

float bm25_idf(std::uint64_t articles, std::uint64_t articles_with_term)
{
    const auto with = static_cast<double>(std::min(articles_with_term, articles));
    double odds = (static_cast<double>(articles) - with + 0.5) / (with + 0.5);
    if (odds < 2) { odds = odds * 0.5 + 1; }
    return static_cast<float>(std::log(odds) * (static_cast<double>(kK1) + 1));
}

MatchesPtr match_terms(const Segment& segment, const std::vector<std::string>& terms,
                       const Weighting& weighting, Deadline& deadline)
{
    std::vector<PostingList> lists;
    for (const std::string& term : terms) {
        if (auto list = segment.postings.find(term)) { lists.push_back(*std::move(list)); }
    }
    if (lists.empty()) { return match_any_of({}); }
    if (lists.size() == 1) {
        return std::make_unique<Term>(segment, std::move(lists.front()), weighting, deadline);
    }
    return std::make_unique<TermGroup>(segment, std::move(lists), weighting, deadline);
}

MatchesPtr match_everything(const Segment& segment, Deadline& deadline)
{
    return std::make_unique<Everything>(segment.articles(), deadline);
}

}  // namespace dateline::searcher
