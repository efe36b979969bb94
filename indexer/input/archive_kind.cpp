#include "indexer/input/archive_kind.hpp"

#include "indexer/input/file_name.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// The checksum of a header over all its bytes, its own taken for blanks: POSIX, pax, "ustar".
bool is_tar(std::string_view /*file_name*/, std::string_view first_bytes)
{
    constexpr std::size_t kSumBegin = 148;
    constexpr std::size_t kSumEnd = 156;
    if (first_bytes.size() < kArchiveMagicBytes || first_bytes.front() == '\0') { return false; }
    unsigned sum = 0;
    for (std::size_t at = 0; at < kArchiveMagicBytes; ++at) {
        const bool own = at >= kSumBegin && at < kSumEnd;
        sum += own ? unsigned{' '} : static_cast<unsigned char>(first_bytes[at]);
    }
    unsigned stated = 0;
    std::size_t at = kSumBegin;
    while (at < kSumEnd && first_bytes[at] == ' ') { ++at; }
    for (; at < kSumEnd && first_bytes[at] >= '0' && first_bytes[at] <= '7'; ++at) {
        stated = stated * 8 + static_cast<unsigned>(first_bytes[at] - '0');
    }
    return sum == stated;
}

/// The name is asked for, too: office documents and programs are zips as well.
bool is_zip(std::string_view file_name, std::string_view first_bytes)
{
    return (file_name.empty() || has_ending(file_name, ".zip")) &&
           first_bytes.starts_with("PK\x03\x04");
}

constexpr auto kKinds = std::to_array<ArchiveKind>({
    {"tar", ".tar", "a header with a right checksum, whatever the name", is_tar},
    {"zip", ".zip", "PK\\3\\4 and the name, or standard input", is_zip},
});

}  // namespace

std::span<const ArchiveKind> archive_kinds() { return kKinds; }

const ArchiveKind* find_archive(std::string_view file_name, std::string_view first_bytes)
{
    const auto found = std::find_if(kKinds.begin(), kKinds.end(), [&](const ArchiveKind& kind) {
        return kind.claims(file_name, first_bytes);
    });
    return found == kKinds.end() ? nullptr : &*found;
}

}  // namespace dateline::indexer
