// Running the programs as a person at a shell would.
#pragma once

#include <string>
#include <string_view>
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

}  // namespace dateline::tests
