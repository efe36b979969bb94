#include "searcher/match/checked.hpp"

#include <algorithm>
#include <utility>

namespace dateline::searcher {
namespace {

/// Looking at an article takes about as long as reading so many postings.
constexpr std::uint32_t kStepsOfALook = 64;

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

    DocId advance(DocId target) override { return doc_ = candidates_->advance(target); }

    bool confirm() override
    {
        if (deadline_.passed(kStepsOfALook)) { return false; }
        const std::size_t article = doc_ - 1;
        return test_({article, languages_.of(article), segment_.tokens.bytes(article)});
    }

    float score() override { return candidates_->score(); }
    [[nodiscard]] std::uint64_t cost() const override { return candidates_->cost(); }

  private:
    const Segment& segment_;
    ArticleLanguages languages_;
    MatchesPtr candidates_;
    StreamTest test_;
    Deadline& deadline_;
    DocId doc_ = 0;
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
