// What the system holds in memory of an index's files, and making it forget them.
#pragma once

#include <cstdint>
#include <filesystem>

namespace dateline::searcher {

struct CachedBytes {
    std::uint64_t all = 0;     ///< of the files
    std::uint64_t cached = 0;  ///< of these, those in whole pages that are in memory
};

/// Asks the system to forget the files below a folder, and looks what it still holds: what another
/// program has mapped stays, and on some file systems (tmpfs) all of it. Of files that belong to
/// somebody else the system says that they are there, whether they are or not.
CachedBytes drop_from_page_cache(const std::filesystem::path& folder);

}  // namespace dateline::searcher
