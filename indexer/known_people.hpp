// The people of an index as lists: who they are and by which forms, and who may be one.
#pragma once

#include "common/people/person_groups.hpp"
#include "common/storage/snapshot.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::indexer {

/// A spelling that live articles have.
struct PersonForm {
    std::string name{};
    std::uint32_t articles = 0;
    std::string_view rule{};    ///< a name of kGroupRules, or "ledger"
    std::string_view reason{};  ///< the same as people read it
};

struct KnownPerson {
    std::string name{};
    std::uint64_t articles = 0;       ///< an article with two forms counts once
    std::vector<PersonForm> forms{};  ///< the most frequent first
    std::vector<LedgerRole> roles{};  ///< lie in the snapshot
};

/// The people of live articles, the most frequent first, at most `limit`: those of whose forms one
/// has all the words (any case, accents aside).
std::vector<KnownPerson> known_people(const Snapshot& snapshot,
                                      const std::vector<std::string>& words, std::size_t limit);

/// A name that may be a person's.
struct ProposedName {
    std::string name{};
    std::uint32_t articles = 0;
    GroupRule rule = GroupRule::Own;
};

struct PersonProposal {
    std::string person{};
    std::uint32_t articles = 0;
    std::vector<ProposedName> names{};
};

/// What the rules leave open and the ledger has not said, the most frequent first, at most `limit`
/// people; no name comes twice, so that the list can be put into a ledger.
std::vector<PersonProposal> proposed_people(const Snapshot& snapshot, std::size_t limit);

/// Adds a problem for each name of a row that no live article has.
void add_unknown_names(const LedgerRow& row, const Snapshot& snapshot,
                       std::vector<LedgerProblem>& problems);

}  // namespace dateline::indexer
