// Places: where in an article a part of a query stands, found in the bytes of its token stream.
//
// What NEAR, phrases, the headline and `atleast` have in common: they ask for places, not only for
// articles.
#pragma once

#include "common/storage/snapshot.hpp"
#include "searcher/match/word_numbers.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace dateline::searcher {

/// A half-open run of bytes of a token stream, whole codes.
struct Place {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Place&, const Place&) = default;
    friend auto operator<=>(const Place&, const Place&) = default;
};

/// An article's words, as its segment stores them.
struct ArticleStream {
    std::size_t article = 0;   ///< its index in the segment
    std::size_t language = 0;  ///< index into the segment's vocabulary; beyond its end: unknown
    std::string_view bytes{};
};

class Places {
  public:
    Places() = default;
    Places(const Places&) = delete;
    Places& operator=(const Places&) = delete;
    virtual ~Places() = default;

    /// Appends every place, in ascending order.
    virtual void find(const ArticleStream& article, std::vector<Place>& out) = 0;

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

/// Where the body begins: behind its mark; the end if there is none.
std::uint32_t body_begin(std::string_view stream);

/// A piece of a stream with at least so many words before and behind a place, as far as there are.
/// It begins with a whole code.
Place piece_around(std::string_view stream, const Place& place, std::uint32_t words);

/// So many bytes a word takes at most, with the marks before it.
inline constexpr std::uint32_t kMostBytesOfWord = 7;

/// How many words the bytes [begin, end) have; counting ends at `most` + 1. kNotTogether if
/// headline and body are on different sides.
inline constexpr std::uint32_t kNotTogether = UINT32_MAX;
std::uint32_t words_between(std::string_view stream, std::uint32_t begin, std::uint32_t end,
                            std::uint32_t most);

/// The word before, or behind, an offset at which a code begins; marks of sentences and paragraphs
/// are passed over. Nothing at the ends.
std::optional<Place> word_before(std::string_view stream, std::uint32_t offset);
std::optional<Place> word_behind(std::string_view stream, std::uint32_t offset);

}  // namespace dateline::searcher
