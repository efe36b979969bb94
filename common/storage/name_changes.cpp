#include "common/storage/name_changes.hpp"

#include "common/storage/name_table.hpp"

#include <algorithm>

namespace dateline {

NameChanges::NameChanges(const NameColumn& names, Ledger ledger)
    : ledger_(std::move(ledger)), is_own_(names.size()), is_moved_(names.size())
{
    claim_names(names);
    move_groups(names);
    split_off(names);
}

/// A row's group has the number of one of its own spellings: no other group can have it.
void NameChanges::claim_names(const NameColumn& names)
{
    for (std::uint32_t r = 0; r < rows().size(); ++r) {
        const LedgerRow& row = rows()[r];
        std::uint32_t group = kNobody;
        for (const LedgerName& name : row.names) {
            for (const std::uint32_t ordinal : names.with_key(name.key)) {
                group = group == kNobody && !row.never_a_person ? ordinal : group;
                claims_.push_back({ordinal, r});
            }
        }
        groups_.push_back(group);
    }
    own_.reserve(claims_.size());
    moved_.reserve(claims_.size());
    for (const Claim& claim : claims_) {
        own_[claim.ordinal] = {groups_[claim.row], names.size() + claim.row};
        is_own_[claim.ordinal] = true;
    }
}

/// What no row names goes with the row that names what was shown for it, else with the first that
/// names any of its group.
void NameChanges::move_groups(const NameColumn& names)
{
    for (const Claim& claim : claims_) {
        const std::uint32_t group = names.group(claim.ordinal);
        if (is_moved_[group]) { continue; }
        const std::uint32_t shown = names.shown(claim.ordinal);
        is_moved_[group] = true;
        moved_[group] = own_.at(is_own_[shown] ? shown : claim.ordinal);
    }
}

/// What a row denies, and no row names, becomes a person of its own if it came to that row.
void NameChanges::split_off(const NameColumn& names)
{
    for (std::uint32_t r = 0; r < rows().size(); ++r) {
        for (const LedgerName& name : rows()[r].not_these) {
            const auto spellings = names.with_key(name.key);
            if (spellings.empty() || is_own_[spellings.front()]) { continue; }
            const auto moved = moved_.find(names.group(spellings.front()));
            if (moved == moved_.end() || moved->second.shown != names.size() + r) { continue; }
            const auto best = std::max_element(spellings.begin(), spellings.end(),
                                               [&names](std::uint32_t a, std::uint32_t b) {
                                                   return names.articles(a) < names.articles(b);
                                               });
            for (const std::uint32_t ordinal : spellings) {
                own_[ordinal] = {spellings.front(), *best};
                is_own_[ordinal] = true;
            }
        }
    }
}

}  // namespace dateline
