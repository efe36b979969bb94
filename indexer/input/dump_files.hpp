// The files that the PATH arguments of a command line stand for.
#pragma once

#include "common/result.hpp"
#include "indexer/notice.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dateline::indexer {

/// A file to be read.
struct DumpFile {
    std::string path{};       ///< to open; a string, since there may be millions
    std::string label{};      ///< path relative to the PATH given; for a file, its name
    std::uint64_t bytes = 0;  ///< its size when it was found
};

/// What was found, in the order in which it is read.
struct DumpFiles {
    std::vector<DumpFile> files{};
    std::vector<Notice> notices{};  ///< what was passed over: links, devices, hidden files, …
};

/// Finds the files of each PATH in turn: of a folder all in it at any depth, the entries of each
/// folder in byte order of their names. Symbolic links are not followed, except a PATH itself.
/// Fails with Io if a PATH does not exist: then the command is not what was meant.
Result<DumpFiles> find_dump_files(std::span<const std::string> paths);

}  // namespace dateline::indexer
