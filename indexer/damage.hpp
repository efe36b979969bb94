// What is wrong with an index, as `verify` tells it.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace dateline::indexer {

/// Something that is not as it should be.
struct Damage {
    std::string file{};     ///< path below the index's folder: "segments/000017/columns"
    std::string what{};     ///< a clause: "its date is not that of the stored article"
    std::string article{};  ///< the id of the article that it is about, or ""
    std::size_t index = 0;  ///< of that article in its segment
};

/// Some of what is wrong, and how much there is in all: of a file full of nonsense the first lines
/// tell as much as a million would.
class DamageList {
  public:
    void add(Damage damage);
    /// Adds what several threads found in one segment, in the order of its articles.
    void add_by_article(const std::vector<const DamageList*>& lists);

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] bool empty() const { return count_ == 0; }
    /// The first ones, at most kMostKept.
    [[nodiscard]] const std::vector<Damage>& kept() const { return kept_; }

    /// A line each: "damaged: FILE: what (article ID)"; at last how many more there are.
    void print(std::ostream& out) const;

    static constexpr std::size_t kMostKept = 24;

  private:
    std::vector<Damage> kept_{};
    std::size_t count_ = 0;
};

}  // namespace dateline::indexer
