#include "searcher/match/combine.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace dateline::searcher {
namespace {

class AllOf final : public Matches {
  public:
    explicit AllOf(std::vector<MatchesPtr> parts) : parts_(std::move(parts))
    {
        std::stable_sort(parts_.begin(), parts_.end(),
                         [](const auto& a, const auto& b) { return a->cost() < b->cost(); });
    }

    DocId advance(DocId target) override
    {
        for (DocId candidate = parts_.front()->advance(target); candidate != kNoMore;) {
            DocId met = candidate;
            for (std::size_t i = 1; i < parts_.size() && met == candidate; ++i) {
                met = parts_[i]->advance(candidate);
            }
            if (met == candidate) { return candidate; }
            candidate = met == kNoMore ? kNoMore : parts_.front()->advance(met);
        }
        return kNoMore;
    }

    float score() override
    {
        float sum = 0;
        for (const auto& part : parts_) { sum += part->score(); }
        return sum;
    }

    [[nodiscard]] std::uint64_t cost() const override { return parts_.front()->cost(); }

  private:
    std::vector<MatchesPtr> parts_;
};

/// Adds the parts up in windows of articles: each part is read in runs, and finding the next
/// article is finding the next bit.
class AnyOf final : public Matches {
  public:
    explicit AnyOf(std::vector<MatchesPtr> parts) : parts_(std::move(parts)), at_(parts_.size()) {}

    DocId advance(DocId target) override
    {
        for (;;) {
            if (target >= begin_ && target < end_) {
                const DocId found = next_in_window(target);
                if (found != kNoMore) { return current_ = found; }
                target = end_;
            }
            if (!fill(target)) { return kNoMore; }
            target = std::max(target, begin_);
        }
    }

    float score() override { return scores_[current_ - begin_]; }

    [[nodiscard]] std::uint64_t cost() const override
    {
        std::uint64_t sum = 0;
        for (const auto& part : parts_) { sum += part->cost(); }
        return sum;
    }

  private:
    static constexpr DocId kWindow = 2048;

    [[nodiscard]] DocId next_in_window(DocId target) const
    {
        std::size_t word = (target - begin_) / 64;
        std::uint64_t bits = set_[word] & (~std::uint64_t{0} << ((target - begin_) % 64));
        while (bits == 0) {
            if (++word == set_.size()) { return kNoMore; }
            bits = set_[word];
        }
        return begin_ + static_cast<DocId>(word * 64) + static_cast<DocId>(std::countr_zero(bits));
    }

    /// Puts the window at the first article ≥ target that a part has; false if there is none.
    bool fill(DocId target)
    {
        DocId first = kNoMore;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (at_[i] < target) { at_[i] = parts_[i]->advance(target); }
            first = std::min(first, at_[i]);
        }
        if (first == kNoMore) { return false; }
        begin_ = first;
        end_ = first > kNoMore - kWindow ? kNoMore : first + kWindow;
        set_.fill(0);
        scores_.fill(0);
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            DocId doc = at_[i];
            for (; doc < end_; doc = parts_[i]->advance(doc + 1)) {
                set_[(doc - begin_) / 64] |= std::uint64_t{1} << ((doc - begin_) % 64);
                scores_[doc - begin_] += parts_[i]->score();
            }
            at_[i] = doc;
        }
        return true;
    }

    std::vector<MatchesPtr> parts_;
    std::vector<DocId> at_;  ///< where each part stands, at or behind the window's end
    DocId begin_ = 0;
    DocId end_ = 0;
    DocId current_ = 0;
    std::array<std::uint64_t, kWindow / 64> set_{};
    std::array<float, kWindow> scores_{};
};

class Without final : public Matches {
  public:
    Without(MatchesPtr wanted, MatchesPtr unwanted)
        : wanted_(std::move(wanted)), unwanted_(std::move(unwanted))
    {
    }

    DocId advance(DocId target) override
    {
        DocId doc = wanted_->advance(target);
        while (doc != kNoMore) {
            if (excluded_ < doc) { excluded_ = unwanted_->advance(doc); }
            if (excluded_ != doc) { return doc; }
            doc = wanted_->advance(doc + 1);
        }
        return kNoMore;
    }

    float score() override { return wanted_->score(); }
    [[nodiscard]] std::uint64_t cost() const override { return wanted_->cost(); }

  private:
    MatchesPtr wanted_;
    MatchesPtr unwanted_;
    DocId excluded_ = 0;
};

}  // namespace

MatchesPtr match_all_of(std::vector<MatchesPtr> parts)
{
    if (parts.size() == 1) { return std::move(parts.front()); }
    return std::make_unique<AllOf>(std::move(parts));
}

MatchesPtr match_any_of(std::vector<MatchesPtr> parts)
{
    if (parts.size() == 1) { return std::move(parts.front()); }
    return std::make_unique<AnyOf>(std::move(parts));
}

MatchesPtr match_without(MatchesPtr wanted, MatchesPtr unwanted)
{
    return std::make_unique<Without>(std::move(wanted), std::move(unwanted));
}

}  // namespace dateline::searcher
