// Whether a segment's postings are those of its articles.
#pragma once

#include "indexer/segment/check_articles.hpp"

namespace dateline::indexer {

/// Xapian's own check of a database. It runs in a process of its own, since a forged table may well
/// crash Xapian (reliability.md 2g): call it where no other thread runs. What is wrong, or "".
std::string xapian_trouble(const std::filesystem::path& postings);

/// Compares every list and length with `sums`, which has all articles of the segment. `name` is
/// what the file is called in `damages`.
void compare_postings(const Postings& postings, const std::string& name, const SegmentSums& sums,
                      DamageList& damages);

}  // namespace dateline::indexer
