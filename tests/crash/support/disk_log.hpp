// What a program did to files and folders, read from strace's log.
#pragma once

#include "tests/crash/support/run.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::tests {

/// One change, or the call that makes changes durable.
struct DiskOperation {
    enum class Kind : std::uint8_t {
        Create,
        MakeFolder,
        Write,
        Append,
        Resize,
        Rename,
        Remove,
        Sync
    };
    Kind kind = Kind::Sync;
    std::string path{};        ///< absolute
    std::string to{};          ///< Rename: the new path
    std::uint64_t offset = 0;  ///< Write: where; Resize: the new size
    std::string bytes{};       ///< Write, Append
};

/// Runs a command under strace and appends what it did below `root`. How the command ended; its
/// code is 0 only if the log could be understood, too.
Ended record(const Words& command, const std::string& root, const std::string& log,
             std::vector<DiskOperation>& operations);

}  // namespace dateline::tests
