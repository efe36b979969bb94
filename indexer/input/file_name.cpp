#include "indexer/input/file_name.hpp"

#include "common/text/ascii.hpp"
#include "indexer/input/blanks.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// Signatures of files that hold no text and need not have a NUL near the front.
constexpr auto kSignatures = std::to_array<std::string_view>({
    "\x1f\x8b",          // gzip
    "\x28\xb5\x2f\xfd",  // zstd
    "\xfd\x37zXZ",       // xz
    "BZh",               // bzip2
    "PK\x03\x04",        // zip
    "7z\xbc\xaf",        // 7-Zip
    "Rar!",              // RAR
    "%PDF-",             // PDF
    "\x89PNG",           // PNG
    "\xff\xd8\xff",      // JPEG
    "GIF8",              // GIF
});

}  // namespace

bool has_ending(std::string_view name, std::string_view ending)
{
    if (name.size() < ending.size()) { return false; }
    const auto tail = name.substr(name.size() - ending.size());
    return std::equal(tail.begin(), tail.end(), ending.begin(),
                      [](char letter, char wanted) { return ascii::lower(letter) == wanted; });
}

std::size_t ending_among(std::string_view name, std::string_view endings)
{
    while (!endings.empty()) {
        const auto blank = std::min(endings.find(' '), endings.size());
        if (has_ending(name, endings.substr(0, blank))) { return blank; }
        endings.remove_prefix(std::min(blank + 1, endings.size()));
    }
    return 0;
}

bool has_signature(std::string_view first_bytes)
{
    return std::any_of(kSignatures.begin(), kSignatures.end(), [&](std::string_view signature) {
        return first_bytes.starts_with(signature);
    });
}

bool is_binary(std::string_view first_bytes)
{
    constexpr std::size_t kNear = 4096;
    return has_signature(first_bytes) ||
           first_bytes.substr(0, kNear).find('\0') != std::string_view::npos;
}

char first_sign(std::string_view first_bytes)
{
    if (first_bytes.starts_with(kByteOrderMark)) { first_bytes.remove_prefix(3); }
    const auto sign = first_bytes.find_first_not_of(kBlanks);
    return sign == std::string_view::npos ? '\0' : first_bytes[sign];
}

}  // namespace dateline::indexer
