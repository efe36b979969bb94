// Other programs, run to be measured: whole commands, and drivers that are asked line by line.
#pragma once

#include "common/result.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace dateline::compare {

/// A program and its arguments; the program is looked up in PATH.
using CommandLine = std::vector<std::string>;

/// What a finished command cost.
struct Cost {
    double seconds = 0;      ///< from start to end
    double cpu_seconds = 0;  ///< user and system
    /// Peak resident memory. Linux counts what the caller held when it started the command, so a
    /// caller must be small itself.
    std::uint64_t peak_bytes = 0;
    int exit_code = 0;  ///< 128 + signal if one ended it
};

/// Runs a command to its end, its output in `output` (a file, replaced; "/dev/null" to drop it);
/// what it writes to standard error goes to `errors` likewise. Fails with Io if it cannot start.
Result<Cost> run_command(const CommandLine& command, const std::filesystem::path& output,
                         const std::filesystem::path& errors);

/// A running program that answers each line it is sent with a line.
class Conversation {
  public:
    /// Fails with Io if it cannot start.
    static Result<Conversation> start(const CommandLine& command);
    Conversation(Conversation&& other) noexcept;
    Conversation& operator=(Conversation&&) = delete;
    /// Ends the program: closes its input, and kills it if it stays for two seconds.
    ~Conversation();

    /// Sends a line; nothing is waited for. Fails with Io if the program is gone.
    Status send(std::string_view line);
    /// The next line. Fails with Timeout, or with Io if the program is gone.
    Result<std::string> receive(std::chrono::milliseconds patience);

  private:
    Status receive_until(std::chrono::steady_clock::time_point deadline);

    Conversation(pid_t child, int to, int from) : child_(child), to_(to), from_(from) {}
    pid_t child_;
    int to_;
    int from_;
    std::string buffer_{};
};

}  // namespace dateline::compare
