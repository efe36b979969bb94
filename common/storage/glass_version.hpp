// What a Xapian glass database says of itself in its file `iamglass`. Format: Xapian 1.4, glass of
// 2016-03-14 (backends/glass/glass_version.cc there).
#pragma once

#include "common/result.hpp"

#include <cstdint>
#include <filesystem>

namespace dateline {

/// What a database's file `iamglass` says of the whole and of the table of postings.
struct GlassVersion {
    std::uint32_t articles = 0;      ///< numbered from 1, without gaps
    std::uint64_t total_length = 0;  ///< of the articles, in words
    std::uint32_t root = 0;          ///< number of the root block
    std::uint32_t level = 0;         ///< of the root; leaves have 0
    std::uint32_t block_bytes = 0;   ///< 2,048 to 65,536, a power of two
    std::uint32_t blocks = 0;        ///< in the file
    bool is_empty = false;           ///< the table has no entries and need not have blocks
};

/// Fails with IndexDamaged if there is no such file or it is not of glass's version that we know.
Result<GlassVersion> read_glass_version(const std::filesystem::path& path);

}  // namespace dateline
