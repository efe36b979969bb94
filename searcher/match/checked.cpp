#include "searcher/match/checked.hpp"

#include <algorithm>
#include <utility>

namespace dateline::searcher {
namespace {

/// Looking at an article takes about as long as reading so many postings: some 0.5 µs, mostly for
/// memory.
constexpr std::uint32_t kStepsOfALook = 192;

/// So many candidates are known before the first of them is looked at: their words come from
/// memory meanwhile.
constexpr std::size_t kAhead = 16;

/// How many places there can be that share no word.
std::size_t count_apart(std::vector<Place>& places)
{
    std::sort(places.begin(), places.end(),
              [](const Place& a, const Place& b) { return a.end < b.end; });
    std::size_t count = 0;
    std::uint32_t end = 0;
    for (const Place& place : places) {
        if (place.begin < end) { continue; }
        end = place.end;
        ++count;
    }
    return count;
}

class Checked final : public Matches {
  public:
    Checked(const Segment& segment, const NameTable& names, MatchesPtr candidates, StreamTest test,
            Deadline& deadline)
        : segment_(segment),
          languages_(segment, names),
          candidates_(std::move(candidates)),
          test_(std::move(test)),
          deadline_(deadline)
    {
    }

    DocId advance(DocId target) override
    {
        while (at_ < ahead_.size() && ahead_[at_].doc < target) { ++at_; }
        if (at_ == ahead_.size()) { look_ahead(target); }
        return ahead_[at_].doc;
    }

    bool confirm() override
    {
        if (deadline_.passed(kStepsOfALook)) { return false; }
        return test_(ahead_[at_].stream);
    }

    float score() override { return ahead_[at_].score; }
    [[nodiscard]] std::uint64_t cost() const override { return candidates_->cost(); }

  private:
    struct Candidate {
        DocId doc = kNoMore;
        float score = 0;
        ArticleStream stream{};
    };

    /// Takes the next candidates, and lets the memory know that their words will be wanted. Who
    /// leaps wants only one.
    void look_ahead(DocId target)
    {
        const bool is_leap = ahead_.empty() || target != ahead_.back().doc + 1;
        ahead_.clear();
        at_ = 0;
        do {
            ahead_.push_back({.doc = candidates_->advance(target)});
            if (ahead_.back().doc == kNoMore) { break; }
            ahead_.back().score = candidates_->score();
            target = ahead_.back().doc + 1;
        } while (!is_leap && ahead_.size() < kAhead);
        // A loop of its own: the memory is asked for all of them at once.
        for (Candidate& one : ahead_) {
            if (one.doc == kNoMore) { break; }
            const std::size_t article = one.doc - 1;
            one.stream = {article, languages_.of(article), segment_.tokens.bytes(article)};
            fetch(one.stream.bytes);
        }
    }

    /// The first lines are asked for, of most articles all; reading them makes the processor ask
    /// for the next.
    static void fetch(std::string_view words)
    {
        constexpr std::size_t kLine = 64;
        for (std::size_t line = 0; line < std::min(words.size(), 16 * kLine); line += kLine) {
            __builtin_prefetch(words.data() + line);
        }
    }

    const Segment& segment_;
    ArticleLanguages languages_;
    MatchesPtr candidates_;
    StreamTest test_;
    Deadline& deadline_;
    std::vector<Candidate> ahead_{};  ///< the last may be kNoMore
    std::size_t at_ = 0;
};

}  // namespace

MatchesPtr match_checked(const Segment& segment, const NameTable& names, MatchesPtr candidates,
                         StreamTest test, Deadline& deadline)
{
    return std::make_unique<Checked>(segment, names, std::move(candidates), std::move(test),
                                     deadline);
}

StreamTest has_places(PlacesPtr places, std::size_t least)
{
    // A function object is copied, places are not.
    return [shared = std::shared_ptr<Places>{std::move(places)}, least,
            found = std::vector<Place>{}](const ArticleStream& article) mutable {
        if (least == 1) { return shared->any(article); }
        found.clear();
        shared->find(article, found);
        return count_apart(found) >= least;
    };
}

}  // namespace dateline::searcher
