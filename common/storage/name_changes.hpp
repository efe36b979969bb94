// What a ledger changes about the people of one index: groups, and the names that are shown. Costs
// the lines of the ledger, not the names of the index.
#pragma once

#include "common/storage/ledger.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace dateline {

class NameColumn;

/// The group of names that are nobody's.
inline constexpr std::uint32_t kNobody = ~std::uint32_t{0};

class NameChanges {
  public:
    /// Which group a name belongs to, and which ordinal is shown for it: behind those of the index,
    /// the canonical names by rows.
    struct Place {
        std::uint32_t group = 0;
        std::uint32_t shown = 0;
    };

    NameChanges(const NameColumn& names, Ledger ledger);

    /// `place` is what the table says of the ordinal.
    [[nodiscard]] Place of(std::uint32_t ordinal, Place place) const
    {
        if (is_own_[ordinal]) { return own_.find(ordinal)->second; }
        return place.group < is_moved_.size() && is_moved_[place.group]
                   ? moved_.find(place.group)->second
                   : place;
    }

    /// By row: the group that it made, kNobody if the index has none of its names or they are
    /// nobody's.
    [[nodiscard]] std::uint32_t group_of_row(std::size_t row) const { return groups_[row]; }
    /// Whether a row names or splits off this spelling.
    [[nodiscard]] bool names_spelling(std::uint32_t ordinal) const { return is_own_[ordinal]; }
    [[nodiscard]] const std::vector<LedgerRow>& rows() const { return ledger_.rows(); }

  private:
    void claim_names(const NameColumn& names);
    void move_groups(const NameColumn& names);
    void split_off(const NameColumn& names);

    /// A spelling that a row names.
    struct Claim {
        std::uint32_t ordinal;
        std::uint32_t row;
    };

    Ledger ledger_;
    std::vector<Claim> claims_{};
    std::vector<std::uint32_t> groups_{};
    std::vector<bool> is_own_;    ///< by ordinal: it stands in own_
    std::vector<bool> is_moved_;  ///< by group of the table: it stands in moved_
    std::unordered_map<std::uint32_t, Place> own_{};
    std::unordered_map<std::uint32_t, Place> moved_{};
};

}  // namespace dateline
