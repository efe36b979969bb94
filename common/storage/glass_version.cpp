#include "common/storage/glass_version.hpp"

#include "common/storage/bytes.hpp"
#include "common/storage/section_file.hpp"

#include <bit>
#include <limits>

namespace dateline {

Result<GlassVersion> read_glass_version(const std::filesystem::path& path)
{
    constexpr std::string_view kMagic{"\x0f\x0dXapian Glass\x04\x6e", 16};  // of 2016-03-14
    constexpr std::size_t kUuidBytes = 16;
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    constexpr std::uint64_t kMostArticles = std::numeric_limits<std::int32_t>::max();
    constexpr std::uint64_t kMostBlockUnits = 32;  // of 2,048 bytes
    constexpr std::uint32_t kNoRoot = 1;
    constexpr int kOtherTables = 5;

    const auto file = MappedFile::open(path);
    if (!file) { return Failure{file.error()}; }
    const std::string_view bytes = file->bytes();
    if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + kUuidBytes) {
        return damaged(path, "it is of another kind or version");
    }
    ByteReader reader{bytes.substr(kMagic.size() + kUuidBytes)};
    GlassVersion version;
    const auto number = [&reader](std::uint64_t limit) {
        return static_cast<std::uint32_t>(reader.varint(limit));
    };
    reader.varint();  // revision
    version.root = number(kMost);
    const std::uint32_t flags = number(kMost);
    version.level = flags >> 2U;
    version.is_empty = (flags & kNoRoot) != 0;
    reader.varint();  // entries
    version.block_bytes = number(kMostBlockUnits) * 2048;
    reader.varint();  // compress from
    ByteReader free_blocks{reader.string()};
    free_blocks.varint();  // revision
    version.blocks = static_cast<std::uint32_t>(free_blocks.varint(kMost));
    for (int i = 0; i < kOtherTables; ++i) {
        for (int j = 0; j < 5; ++j) { reader.varint(); }
        reader.string();
    }
    version.articles = number(kMostArticles);
    const std::uint64_t gaps = reader.varint();       // last docid less articles
    for (int i = 0; i < 4; ++i) { reader.varint(); }  // bounds of lengths and weights, changeset
    version.total_length = reader.varint();
    reader.varint();  // spelling
    const bool is_whole = reader.ok() && reader.at_end() && gaps == 0 &&
                          std::has_single_bit(version.block_bytes) &&
                          (version.is_empty || free_blocks.ok());
    if (!is_whole) { return damaged(path, "its numbers contradict each other"); }
    return version;
}

}  // namespace dateline
