// How near to each other parts of a query have to stand: within so many words, in a sentence, in a
// paragraph; in any order or in theirs.
#pragma once

#include "searcher/match/matches.hpp"
#include "searcher/match/places.hpp"

namespace dateline::searcher {

/// What the places, one of each part, have to share. Headline and body are always apart.
enum class Unit : std::uint8_t { Words, Sentence, Paragraph };

struct Proximity {
    Unit unit = Unit::Words;
    std::uint32_t most = 0;   ///< of Words: each is at most so many from the next; neighbours: 1
    bool is_ordered = false;  ///< the parts stand in their order
};

/// NEAR and what is like it, over parts that have places; at most kMostNearParts. Two places that
/// share a word are never near: NEAR wants a word for each part.
inline constexpr std::size_t kMostNearParts = 8;

/// Finds in one article whether its parts stand near each other. One object, one thread.
class NearPlaces final : public Places {
  public:
    /// What a look costs is counted on the deadline; behind it nothing is near. It must outlive
    /// the object.
    NearPlaces(std::vector<PlacesPtr> parts, const Proximity& proximity, Deadline& deadline);
    ~NearPlaces() override;

    /// Whether there is a place of each part, near each other.
    bool any(const ArticleStream& article) override;

    /// The places of the parts that stand near those of all other parts.
    void find(const ArticleStream& article, std::vector<Place>& out) override;

  private:
    class Chain;
    bool find_part(const ArticleStream& article, std::size_t part);
    bool find_parts(const ArticleStream& article);
    bool is_pair_near(const ArticleStream& article);
    void find_around(const ArticleStream& article, const Place& place, std::size_t part);
    [[nodiscard]] bool are_near(std::string_view stream) const;

    std::vector<PlacesPtr> parts_;
    Proximity proximity_;
    Deadline& deadline_;
    std::vector<std::vector<Place>> found_;  ///< of each part
    std::unique_ptr<Chain> chain_;
};

/// The places of `wanted` that have none of `unwanted` near them, or on them.
PlacesPtr places_apart(PlacesPtr wanted, PlacesPtr unwanted, const Proximity& proximity,
                       Deadline& deadline);

}  // namespace dateline::searcher
