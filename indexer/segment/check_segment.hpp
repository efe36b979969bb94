// Whether the files of a segment agree: all that is in them follows from the stored articles.
#pragma once

#include "indexer/segment/check_articles.hpp"

#include <functional>

namespace dateline::indexer {

/// How far a check has come.
struct Checked {
    std::uint64_t articles = 0;
    std::uint64_t text_bytes = 0;
};

/// What checks of segments have in common.
struct SegmentCheck {
    std::filesystem::path index{};
    std::vector<NamesWriter> names{};  ///< for each thread; nothing is written
    bool wants_digest = false;
    /// Called by the calling thread every tenth of a second, with what was checked since.
    std::function<void(const Checked&)> tell{};
};

/// Makes every article of the segment anew and compares. Adds what is wrong to `damages`, and
/// returns what the articles come to. The files are those of `entry`, whole by their hashes.
SegmentSums check_segment(SegmentCheck& check, const Segment& segment, const SegmentEntry& entry,
                          const ArticleSet& removed, DamageList& damages);

}  // namespace dateline::indexer
