// Where the tests' own files and the programs under test are. The one place that knows folders of
// this checkout, so that a compiler cache serves every checkout.
#pragma once

#include <string>
#include <string_view>

namespace dateline::tests {

/// The path of a file or folder in tests/: "data/sample".
std::string test_path(std::string_view name);

/// The path of a program in the build: "dateline-index".
std::string program_path(std::string_view name);

}  // namespace dateline::tests
