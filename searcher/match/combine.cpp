#include "searcher/match/combine.hpp"

#include "searcher/match/window.hpp"

#include <algorithm>

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

    bool confirm() override
    {
        return std::all_of(parts_.begin(), parts_.end(),
                           [](const auto& part) { return part->confirm(); });
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

/// Adds the parts up in windows.
class AnyOf final : public Matches {
  public:
    explicit AnyOf(std::vector<MatchesPtr> parts) : parts_(std::move(parts)), at_(parts_.size()) {}

    DocId advance(DocId target) override
    {
        for (;;) {
            if (window_.covers(target)) {
                const DocId found = window_.next(target);
                if (found != kNoMore) { return current_ = found; }
                target = window_.end();
            }
            const DocId first = fill(target);
            if (first == kNoMore) { return kNoMore; }
            target = std::max(target, first);
        }
    }

    float score() override { return window_.sum(current_); }

    [[nodiscard]] std::uint64_t cost() const override
    {
        std::uint64_t sum = 0;
        for (const auto& part : parts_) { sum += part->cost(); }
        return sum;
    }

  private:
    /// Puts the window at the first article ≥ target that a part may have, and gives that.
    DocId fill(DocId target)
    {
        DocId first = kNoMore;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (at_[i] < target) { at_[i] = parts_[i]->advance(target); }
            first = std::min(first, at_[i]);
        }
        if (first == kNoMore) { return first; }
        window_.begin_at(first);
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            DocId doc = at_[i];
            for (; doc < window_.end(); doc = parts_[i]->advance(doc + 1)) {
                if (parts_[i]->confirm()) { window_.add(doc, parts_[i]->score()); }
            }
            at_[i] = doc;
        }
        return first;
    }

    std::vector<MatchesPtr> parts_;
    std::vector<DocId> at_;  ///< where each part stands, at or behind the window's end
    Window window_{};
    DocId current_ = 0;
};

class Without final : public Matches {
  public:
    Without(MatchesPtr wanted, MatchesPtr unwanted)
        : wanted_(std::move(wanted)), unwanted_(std::move(unwanted))
    {
    }

    DocId advance(DocId target) override { return doc_ = wanted_->advance(target); }

    bool confirm() override
    {
        if (excluded_ < doc_) { excluded_ = unwanted_->advance(doc_); }
        if (excluded_ == doc_ && unwanted_->confirm()) { return false; }
        return wanted_->confirm();
    }

    float score() override { return wanted_->score(); }
    [[nodiscard]] std::uint64_t cost() const override { return wanted_->cost(); }

  private:
    MatchesPtr wanted_;
    MatchesPtr unwanted_;
    DocId doc_ = 0;
    DocId excluded_ = 0;
};

class Scaled final : public Matches {
  public:
    Scaled(MatchesPtr matches, float factor) : matches_(std::move(matches)), factor_(factor) {}

    DocId advance(DocId target) override { return matches_->advance(target); }
    bool confirm() override { return matches_->confirm(); }
    float score() override { return factor_ * matches_->score(); }
    [[nodiscard]] std::uint64_t cost() const override { return matches_->cost(); }

  private:
    MatchesPtr matches_;
    float factor_;
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

MatchesPtr match_scaled(MatchesPtr matches, float factor)
{
    return std::make_unique<Scaled>(std::move(matches), factor);
}

}  // namespace dateline::searcher
