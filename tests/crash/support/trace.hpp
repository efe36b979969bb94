// A program's system calls, seen and disturbed with strace.
#pragma once

#include "tests/crash/support/run.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace dateline::tests {

/// A system call of the program's first thread, the one that writes the index.
struct SystemCall {
    std::string name{};
    std::size_t number = 0;  ///< among its calls of that name, from 1: strace's when=
    std::string text{};      ///< as strace prints it, descriptors with their paths
};

/// Why nothing can be traced here; "" if it can.
std::string why_no_tracing();

/// The calls of that set ("write,fsync") that a command makes on paths which hold `about`.
std::vector<SystemCall> calls_of(const Words& command, const std::string& set,
                                 const std::string& about, const std::string& log);

/// Whether the call changed a file, a folder or a lock.
bool changes_something(const SystemCall& call);

/// How a command ended of which one call was disturbed, and whether the disturbed call was one on
/// paths that hold `about`: the calls of another run need not be the same.
struct Disturbed {
    Ended ended{};
    bool is_hit = false;
};

/// Runs a command with `disturbance` ("signal=SIGKILL", "error=EIO") at a call.
Disturbed run_disturbed(const Words& command, const SystemCall& call,
                        const std::string& disturbance, const std::string& about,
                        const std::string& log);

/// The lines of a file.
std::vector<std::string> lines_of_file(const std::string& path);

/// The command under strace, with these options of its own, its log at `log`.
Words traced(const Words& command, const Words& options, const std::string& log);

}  // namespace dateline::tests
