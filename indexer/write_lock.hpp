// The lock that keeps two writers off one index.
#pragma once

#include "common/storage/snapshot.hpp"

#include <cstdint>

namespace dateline::indexer {

/// What to do while another process writes.
enum class IfLocked : std::uint8_t { Leave, Wait };

/// Takes the lock of the index in that folder; the kernel frees it when the process ends, however
/// it ends. Fails with IndexLocked, naming the process that holds it: at once, or when the first
/// Ctrl-C ends the waiting.
Result<LockedFile> take_write_lock(const std::filesystem::path& index,
                                   IfLocked if_locked = IfLocked::Leave);

}  // namespace dateline::indexer
