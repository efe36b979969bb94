// The kinds of archives, and how they are told from other files.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace dateline::indexer {

struct ArchiveKind {
    std::string_view name;
    std::string_view endings;  ///< of file names, between blanks
    std::string_view summary;  ///< what tells it
    bool (*claims)(std::string_view file_name, std::string_view first_bytes);
};

std::span<const ArchiveKind> archive_kinds();

/// How many of the first bytes tell the archive.
inline constexpr std::size_t kArchiveMagicBytes = 512;

/// The kind of archive that a file of this name (without .gz and the like; "" for standard input)
/// with these first bytes is; null if it is none.
const ArchiveKind* find_archive(std::string_view file_name, std::string_view first_bytes);

}  // namespace dateline::indexer
