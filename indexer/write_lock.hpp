// The lock that keeps two writers off one index.
#pragma once

#include "common/storage/snapshot.hpp"

namespace dateline::indexer {

/// Takes the lock of the index in that folder; the kernel frees it when the process ends, however
/// it ends. Fails with IndexLocked, naming the process that holds it.
Result<LockedFile> take_write_lock(const std::filesystem::path& index);

}  // namespace dateline::indexer
