// Whether an index is whole: files by their hashes, then everything in them by the stored articles.
#pragma once

#include "common/result.hpp"
#include "indexer/damage.hpp"
#include "indexer/segment/check_segment.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace dateline::indexer {

/// How an index is to be checked.
struct IndexCheck {
    std::size_t threads = 1;
    bool wants_digest = false;
    /// Called now and then: how far it has come, and how far it is.
    std::function<void(const Checked& done, const Checked& total)> tell{};
};

/// What a check has come to.
struct IndexReport {
    DamageList damages{};
    std::vector<std::string> skipped{};  ///< what was not checked, and why: whole clauses
    std::uint64_t generation = 0;
    std::uint64_t segments = 0;
    std::uint64_t articles = 0;  ///< live ones
    std::uint64_t removed = 0;
    std::string digest{};  ///< of contracts.md, if it is wanted and nothing is damaged
};

/// Checks the generation that CURRENT names, under a shared lock: writers may go on. Needs memory
/// for the vocabulary and the list of names in each thread. Call it where no other thread runs.
/// Fails as lock_manifest() does; what is wrong behind that is in the report.
Result<IndexReport> check_index(const std::filesystem::path& index, const IndexCheck& how);

}  // namespace dateline::indexer
