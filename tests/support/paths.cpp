#include "tests/support/paths.hpp"

namespace dateline::tests {

std::string test_path(std::string_view name)
{
    return std::string{DATELINE_TESTS_DIR} + "/" + std::string{name};
}

std::string program_path(std::string_view name)
{
    return std::string{DATELINE_BIN_DIR} + "/" + std::string{name};
}

}  // namespace dateline::tests
