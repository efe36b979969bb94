// Places: where in an article a part of a query stands, found in the bytes of its token stream.
//
// What NEAR, phrases, the headline and `atleast` have in common: they ask for places, not only for
// articles.
#pragma once

#include "common/storage/snapshot.hpp"
#include "searcher/match/place.hpp"
#include "searcher/match/word_numbers.hpp"

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline::searcher {

/// An article's words, as its segment stores them.
struct ArticleStream {
    std::size_t article = 0;   ///< its index in the segment
    std::size_t language = 0;  ///< index into the segment's vocabulary; beyond its end: unknown
    std::string_view bytes{};
};

/// Says whether it wants to see another one.
using SeePlace = std::function<bool(const Place&)>;

class Places {
  public:
    Places() = default;
    Places(const Places&) = delete;
    Places& operator=(const Places&) = delete;
    virtual ~Places() = default;

    /// Appends every place, in ascending order.
    virtual void find(const ArticleStream& article, std::vector<Place>& out) = 0;

    /// Calls `see` for each place, in order, until it says false. It must not ask this object.
    virtual void each(const ArticleStream& article, const SeePlace& see);

    /// Whether there is a place.
    virtual bool any(const ArticleStream& article);

    /// How many words a place has at most, if places can be found in a piece of a stream as in the
    /// whole; else 0.
    [[nodiscard]] virtual std::uint32_t words() const { return 0; }

    /// The larger, the fewer places are to be expected: a word's number, which is a rank.
    [[nodiscard]] virtual std::uint32_t rarity() const { return 0; }

  private:
    std::vector<Place> found_{};
};

using PlacesPtr = std::unique_ptr<Places>;

/// Which part of an article counts.
enum class Zone : std::uint8_t {
    Whole,
    Headline,
    Lead,  ///< the first kLeadWords words of the body
};
inline constexpr std::uint32_t kLeadWords = 100;

/// Where these words stand in a row, marks of sentences between them or not; never across headline
/// and body. One word: where it stands. At least one.
PlacesPtr words_in_a_row(std::vector<WordNumbers> words);

/// Where any of these stand.
PlacesPtr any_places(std::vector<PlacesPtr> parts);

/// Those of `places` that lie in the zone. Whole: all of them.
PlacesPtr places_in(Zone zone, PlacesPtr places);

}  // namespace dateline::searcher
