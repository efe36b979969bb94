// A whole small file.
#pragma once

#include "common/result.hpp"
#include "common/storage/file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace dateline::compare {

/// Fails with Io.
inline Result<std::string> read_text(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) { return io_failure("read", path); }
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace dateline::compare
