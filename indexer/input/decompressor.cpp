// Tells compressions by their first bytes.
#include "indexer/input/decompressor.hpp"

#include "indexer/input/file_name.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b\x08"); }

bool is_zstd(std::string_view bytes)
{
    if (bytes.starts_with("\x28\xb5\x2f\xfd")) { return true; }
    // pzstd begins with a skippable frame: https://www.rfc-editor.org/rfc/rfc8878#section-3.1.2
    return bytes.size() >= 4 && (static_cast<unsigned char>(bytes[0]) & 0xf0U) == 0x50U &&
           bytes.substr(1).starts_with("\x2a\x4d\x18");
}

/// "BZh9" and the digits of pi, or of its square root if there is nothing in it.
bool is_bzip2(std::string_view bytes)
{
    return bytes.size() >= kMagicBytes && bytes.starts_with("BZh") && bytes[3] >= '1' &&
           bytes[3] <= '9' &&
           (bytes.substr(4).starts_with("\x31\x41\x59\x26\x53\x59") ||
            bytes.substr(4).starts_with("\x17\x72\x45\x38\x50\x90"));
}

bool is_xz(std::string_view bytes)
{
    using namespace std::string_view_literals;
    return bytes.starts_with("\xfd\x37zXZ\0"sv);
}

constexpr auto kCompressions = std::to_array<Compression>({
    {"gzip", ".gz .tgz", is_gzip, make_gzip},
    {"zstd", ".zst .tzst", is_zstd, make_zstd},
    {"bzip2", ".bz2 .tbz2 .tbz", is_bzip2, make_bzip2},
    {"xz", ".xz .txz", is_xz, make_xz},
});

}  // namespace

std::span<const Compression> compressions() { return kCompressions; }

const Compression* find_compression(std::string_view first_bytes)
{
    const auto found =
        std::find_if(kCompressions.begin(), kCompressions.end(),
                     [&](const Compression& kind) { return kind.claims(first_bytes); });
    return found == kCompressions.end() ? nullptr : &*found;
}

std::string_view without_packed_ending(std::string_view name)
{
    for (const Compression& kind : kCompressions) {
        const std::size_t ending = ending_among(name, kind.endings);
        if (ending != 0 && ending < name.size()) { return name.substr(0, name.size() - ending); }
    }
    return name;
}

}  // namespace dateline::indexer
