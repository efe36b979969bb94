// Places that are far from others: NOT NEAR.
#include "searcher/match/occurrences.hpp"

#include <algorithm>
#include <span>

namespace dateline::searcher {
namespace {

class ApartPlaces final : public Places {
  public:
    ApartPlaces(PlacesPtr wanted, PlacesPtr unwanted, const Proximity& proximity,
                Deadline& deadline)
        : wanted_(std::move(wanted)),
          unwanted_(std::move(unwanted)),
          proximity_(proximity),
          deadline_(deadline)
    {
    }

    void find(const ArticleStream& article, std::vector<Place>& out) override
    {
        for (auto& places : found_) { places.clear(); }
        wanted_->find(article, found_[0]);
        if (found_[0].empty()) { return; }
        unwanted_->find(article, found_[1]);
        auto all = occurrences_of(found_, article.bytes, proximity_.unit);
        const auto others = std::stable_partition(
            all.begin(), all.end(), [](const Occurrence& one) { return one.part == 0; });
        for (auto one = all.begin(); one != others; ++one) {
            if (is_apart(*one, {others, all.end()})) { out.push_back(one->place); }
        }
    }

  private:
    [[nodiscard]] bool is_apart(const Occurrence& one, std::span<const Occurrence> others) const
    {
        return std::none_of(others.begin(), others.end(), [&](const Occurrence& other) {
            return deadline_.passed() || is_near(one, other);
        });
    }

    [[nodiscard]] bool is_near(const Occurrence& one, const Occurrence& other) const
    {
        const bool overlap = one.first <= other.last && other.first <= one.last;
        if (overlap) { return true; }
        const bool is_before = one.last < other.first;
        if (proximity_.is_ordered && !is_before) { return false; }
        // A phrase across two sentences is in neither, as for SENT.
        if (one.unit != one.unit_end || other.unit != other.unit_end || one.unit != other.unit) {
            return false;
        }
        const std::uint32_t distance = is_before ? other.first - one.last : one.first - other.last;
        return proximity_.unit != Unit::Words || distance <= proximity_.most;
    }

    PlacesPtr wanted_;
    PlacesPtr unwanted_;
    Proximity proximity_;
    Deadline& deadline_;
    std::vector<std::vector<Place>> found_{2};
};

}  // namespace

PlacesPtr places_apart(PlacesPtr wanted, PlacesPtr unwanted, const Proximity& proximity,
                       Deadline& deadline)
{
    return std::make_unique<ApartPlaces>(std::move(wanted), std::move(unwanted), proximity,
                                         deadline);
}

}  // namespace dateline::searcher
