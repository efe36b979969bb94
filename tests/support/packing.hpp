// Compressed bytes, made in memory.
#pragma once

#include <string>
#include <string_view>

namespace dateline::tests {

/// One gzip member.
std::string gzip(std::string_view bytes);

/// One zstd frame with a checksum; `window_log` 0 leaves the window to libzstd.
std::string zstd(std::string_view bytes, int window_log = 0);

}  // namespace dateline::tests
