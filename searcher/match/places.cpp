#include "searcher/match/places.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

class AnyPlaces final : public Places {
  public:
    explicit AnyPlaces(std::vector<PlacesPtr> parts) : parts_(std::move(parts)) {}

    void find(const ArticleStream& article, std::vector<Place>& out) override
    {
        const auto first = static_cast<std::ptrdiff_t>(out.size());
        for (const auto& part : parts_) { part->find(article, out); }
        std::sort(out.begin() + first, out.end());
        out.erase(std::unique(out.begin() + first, out.end()), out.end());
    }

    bool any(const ArticleStream& article) override
    {
        return std::any_of(parts_.begin(), parts_.end(),
                           [&article](const PlacesPtr& part) { return part->any(article); });
    }

    [[nodiscard]] std::uint32_t words() const override
    {
        std::uint32_t most = 0;
        for (const auto& part : parts_) {
            const std::uint32_t words = part->words();
            if (words == 0) { return 0; }
            most = std::max(most, words);
        }
        return most;
    }

    [[nodiscard]] std::uint32_t rarity() const override
    {
        std::uint32_t rarity = UINT32_MAX;
        for (const auto& part : parts_) { rarity = std::min(rarity, part->rarity()); }
        return rarity;
    }

  private:
    std::vector<PlacesPtr> parts_;
};

/// The bytes of a stream that a zone has.
Place bytes_of(Zone zone, std::string_view stream)
{
    const std::uint32_t body = body_begin(stream);
    if (zone == Zone::Headline) { return {0, body}; }
    std::uint32_t end = body;
    for (std::uint32_t words = 0; words < kLeadWords; ++words) {
        const auto word = word_behind(stream, end);
        if (!word) { break; }
        end = word->end;
    }
    return {body, end};
}

class ZonedPlaces final : public Places {
  public:
    ZonedPlaces(Zone zone, PlacesPtr places) : zone_(zone), places_(std::move(places)) {}

    void find(const ArticleStream& article, std::vector<Place>& out) override
    {
        const auto first = static_cast<std::ptrdiff_t>(out.size());
        places_->find(article, out);
        if (out.begin() + first == out.end()) { return; }
        const Place zone = bytes_of(zone_, article.bytes);
        out.erase(std::remove_if(out.begin() + first, out.end(),
                                 [&zone](const Place& place) {
                                     return place.begin < zone.begin || place.end > zone.end;
                                 }),
                  out.end());
    }

  private:
    Zone zone_;
    PlacesPtr places_;
};

}  // namespace

void Places::each(const ArticleStream& article, const SeePlace& see)
{
    found_.clear();
    find(article, found_);
    for (const Place& place : found_) {
        if (!see(place)) { return; }
    }
}

bool Places::any(const ArticleStream& article)
{
    bool found = false;
    each(article, [&found](const Place&) {
        found = true;
        return false;
    });
    return found;
}

PlacesPtr any_places(std::vector<PlacesPtr> parts)
{
    if (parts.size() == 1) { return std::move(parts.front()); }
    return std::make_unique<AnyPlaces>(std::move(parts));
}

PlacesPtr places_in(Zone zone, PlacesPtr places)
{
    if (zone == Zone::Whole) { return places; }
    return std::make_unique<ZonedPlaces>(zone, std::move(places));
}

}  // namespace dateline::searcher
