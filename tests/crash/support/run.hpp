// Running the programs where they may be killed, crash or hang: in a process of their own.
#pragma once

#include <chrono>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace dateline::tests {

/// How a process ended.
struct Ended {
    int code = -1;  ///< exit code; 128 + signal if it was killed
    std::string out{};
    std::string err{};
    bool in_time = true;  ///< false: it was killed because its time was over
};

using Words = std::vector<std::string>;

inline constexpr std::chrono::microseconds kMinutes = std::chrono::minutes{10};

/// Runs a command (found in PATH unless it has a slash) and kills it with SIGKILL, and what it
/// started, when its time is over. No leak check by sanitizers: they cannot do it when traced.
Ended run_command(const Words& command, std::chrono::microseconds at_most = kMinutes);

/// The command line of a program of the build: program_command("dateline-index", {"info"}).
Words program_command(const std::string& program, const Words& words);

/// Runs a function in a child process, as run_command() does a command; it returns the exit code.
Ended run_forked(const std::function<int(std::ostream& out, std::ostream& err)>& function,
                 std::chrono::microseconds at_most = kMinutes);

/// What dateline-index and dateline-search do with these words, in this process: many times faster
/// under sanitizers.
Ended index_here(const Words& words);
Ended search_here(const Words& words);

/// The same, in a child process that may crash or hang.
Ended index_forked(const Words& words, std::chrono::microseconds at_most);

}  // namespace dateline::tests
