// How furniture opens: the rows of furniture.def, folded, found by the first bytes of a line.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

inline constexpr std::size_t kShortLine = 80;  ///< characters
inline constexpr std::size_t kLongLine = 250;

/// How much of a line must be the opening for the line to be furniture.
enum class Reach : std::uint8_t {
    Whole,      ///< the line is the opening, marks and figures behind it aside
    ShortLine,  ///< the line has up to kShortLine characters
    LongLine,   ///< up to kLongLine: what follows is a headline or a caption
    Word,       ///< as Whole, but an everyday word: text in the body of a record
    Teaser,     ///< as LongLine, but without a full stop: "Read more books, he said." is none
    Names,      ///< as ShortLine, and names or initials follow: "Editor: lw"
    Foot,       ///< as LongLine, below all prose
    List,       ///< the whole line, as the heading of a list that ends the page
};

/// A row, its text in lower case and without accents.
struct FoldedOpening {
    std::string text{};
    Reach reach = Reach::Whole;
};

/// The openings by the first bytes of their folded form.
class OpeningTable {
  public:
    /// Of those that reach so; of all.
    explicit OpeningTable(std::optional<Reach> reach = {});

    /// Takes an opening and the folded line.
    using Use = std::function<bool(const FoldedOpening&, std::string_view)>;

    /// Whether an opening that `use` takes begins `line`. Of the line, twice as many bytes as the
    /// longest opening has are folded.
    [[nodiscard]] bool any(std::string_view line, const Use& use) const;

  private:
    std::vector<std::vector<FoldedOpening>> by_front_;
    std::vector<FoldedOpening> short_{};
    std::size_t longest_ = 0;
};

/// All of them; those of lists.
const OpeningTable& openings();
const OpeningTable& list_openings();

}  // namespace dateline::indexer
