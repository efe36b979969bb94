// The files that the PATH arguments of a command line stand for.
#pragma once

#include "common/result.hpp"
#include "indexer/notice.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// A file to be read.
struct DumpFile {
    std::string path{};       ///< absolute, to open; a string, since there may be millions
    std::string label{};      ///< path relative to the PATH given; for a file, its name
    std::uint64_t bytes = 0;  ///< its size when it was found
};

/// What was found, in the order in which it is read.
struct DumpFiles {
    std::vector<DumpFile> files{};
    std::vector<Notice> notices{};  ///< what was passed over: links, devices, hidden files, …
};

/// A path without links, from the root on; as it is if there is nothing.
std::string absolute_path(const std::string& path);

/// The part of `path` behind `folder`: "" if they are the same, nothing if it lies elsewhere.
std::optional<std::string_view> path_inside(std::string_view path, std::string_view folder);

/// Finds the files of each PATH in turn: of a folder all in it at any depth, the entries of each
/// folder in byte order of their names. Symbolic links are not followed, except a PATH itself.
/// Fails with Io if a PATH does not exist: then the command is not what was meant.
Result<DumpFiles> find_dump_files(std::span<const std::string> paths);

}  // namespace dateline::indexer
