// One table of a Xapian glass database, written from front to back.
//
// Xapian's own writer keeps a B-tree that can change; a segment never does. Keys that come in order
// fill leaf blocks one behind the other, and the levels above grow with them, so that each block is
// written once. Format: Xapian 1.4, glass of 2016-03-14 (backends/glass/glass_table.h there).
#pragma once

#include "common/result.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// What the database's version file says of a table.
struct GlassRoot {
    std::uint32_t block = 0;    ///< number of the root block
    std::uint32_t level = 0;    ///< of the root; leaves have 0
    std::uint64_t entries = 0;  ///< keys
    std::uint32_t blocks = 0;   ///< in the file
};

inline constexpr std::size_t kGlassBlockBytes = 8192;
inline constexpr std::size_t kGlassMaxKeyBytes = 255;

class GlassTableWriter {
  public:
    /// A file that cannot be made is told by finish().
    explicit GlassTableWriter(const std::filesystem::path& path);

    /// Keys come in byte order, each once, none empty, at most kGlassMaxKeyBytes long. A tag may be
    /// of any length; it is cut into pieces that fill the blocks.
    void add(std::string_view key, std::string_view tag);

    /// Writes what is left and makes the file durable. Fails with Io.
    Result<GlassRoot> finish();

  private:
    /// A block that is being filled: a directory of offsets from the front, items from the back.
    struct Block {
        std::array<unsigned char, kGlassBlockBytes> bytes{};
        std::size_t directory_end = 0;
        std::size_t items_begin = 0;
        std::string first_key{};  ///< divides it from the block before it
        std::uint16_t first_component = 1;

        void clear();
        [[nodiscard]] bool empty() const;
        [[nodiscard]] std::size_t room() const;  ///< for one more item
        unsigned char* add_item(std::size_t size);
    };
    void add_piece(std::string_view key, std::string_view piece, std::uint16_t component,
                   bool is_last);
    void begin_leaf(std::string_view key, std::uint16_t component);
    void note_failure();
    std::uint32_t write_block(std::size_t level);
    void add_to_branch(std::size_t level, std::string_view key, std::uint16_t component,
                       std::uint32_t block);
    void close_block(std::size_t level);

    std::filesystem::path path_;
    std::ofstream file_;
    int problem_ = 0;  ///< errno of the first failure
    std::vector<Block> levels_{};  ///< the last block of each level, leaves first
    std::string last_key_{};
    std::uint32_t blocks_ = 0;
    std::uint64_t entries_ = 0;
};

}  // namespace dateline::indexer
