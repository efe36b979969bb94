// Whether the files of an index are those that its manifest says: sizes and hashes. Shared by
// `verify`, which tells all that is wrong, and by merging, which stops at the first.
#pragma once

#include "common/storage/manifest.hpp"
#include "indexer/damage.hpp"

namespace dateline::indexer {

/// The files of one segment: each is there, as long and with the contents that its entry says, and
/// none is there besides. Whether all is well.
bool check_segment_files(const std::filesystem::path& index, const SegmentEntry& entry,
                         DamageList& damages);

/// The files that all segments share: names, dictionaries, tombstones. Whether all is well.
bool check_shared_files(const std::filesystem::path& index, const Manifest& manifest,
                        DamageList& damages);

/// The same as check_segment_files() for who is about to use the segment: fails with IndexDamaged,
/// naming the file and what to do.
Status require_whole(const std::filesystem::path& index, const SegmentEntry& entry);

}  // namespace dateline::indexer
