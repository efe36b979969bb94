// Compressed bytes, made in memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::tests {

/// One gzip member.
std::string gzip(std::string_view bytes);

/// One zstd frame with a checksum; `window_log` 0 leaves the window to libzstd.
std::string zstd(std::string_view bytes, int window_log = 0);

/// One bzip2 stream.
std::string bzip2(std::string_view bytes);

/// One xz stream; `dictionary` 0 leaves its size to liblzma.
std::string xz(std::string_view bytes, std::uint32_t dictionary = 0);

/// What an archive is made of.
struct Packed {
    std::string name;
    std::string bytes{};
    char type = '-';     ///< as ls shows it: - file, d folder, l link, p FIFO, c device, s socket;
                         ///< h a link to another entry
    std::string link{};  ///< where a link leads
    std::uint64_t hole = 0;  ///< so many bytes of nothing before `bytes`: a sparse file
};

std::string tar(const std::vector<Packed>& entries);
/// `deflated`: compressed, its sizes told in front of each entry.
std::string zip(const std::vector<Packed>& entries, bool deflated = true);

}  // namespace dateline::tests
