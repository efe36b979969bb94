// Running the programs as a person at a shell would.
#pragma once

#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace dateline::tests {

/// What a finished program left.
struct Finished {
    int code = -1;  ///< exit code; 128 + signal if it was killed
    std::string out{};
    std::string err{};
};

/// Runs dateline-index or dateline-search (from the build) with `input` as standard input.
Finished run_program(const std::string& program, const std::vector<std::string>& arguments,
                     std::string_view input = {});

/// Starts a program, writes `input` to its standard input and then kills it with SIGKILL, so that
/// it dies at a place which the number of bytes decides, not a clock.
void run_and_kill(const std::string& program, const std::vector<std::string>& arguments,
                  std::string_view input);

}  // namespace dateline::tests
