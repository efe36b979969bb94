// The table of postings of a Xapian glass database, mapped and read, whatever its bytes are.
//
// A segment's postings are written once, and read by this instead of by Xapian, which trusts what
// it reads. Format: Xapian 1.4, glass of 2016-03-14 (backends/glass/glass_table.h there).
#pragma once

#include "common/storage/file.hpp"
#include "common/storage/glass_version.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline {

/// The table, to be read with GlassCursor. Stays where it is, since cursors point at it.
class GlassTable {
  public:
    /// Opens `postlist.glass` of a database. Fails with IndexDamaged.
    static Result<std::unique_ptr<GlassTable>> open(const std::filesystem::path& folder);

    GlassTable(MappedFile file, const GlassVersion& version)
        : file_(std::move(file)), version_(version)
    {
    }

    [[nodiscard]] const GlassVersion& version() const { return version_; }

    /// The bytes of a block, version().block_bytes of them; null if there is no such block.
    [[nodiscard]] const unsigned char* block(std::uint32_t number) const;

    /// Keeps in mind that something was read that cannot be; gives false, to be returned.
    bool note_damage() const
    {
        is_damaged_.store(true, std::memory_order_relaxed);
        return false;
    }
    void forget() const { file_.forget(); }  ///< see MappedFile
    [[nodiscard]] bool is_damaged() const { return is_damaged_.load(std::memory_order_relaxed); }

  private:
    MappedFile file_;
    GlassVersion version_;
    mutable std::atomic<bool> is_damaged_ = false;
};

/// Goes through a table's entries, which are keys with a tag each, in the order of keys.
///
/// Each offset and size is checked; entries that do not ascend end it, so that no table however
/// forged can lead it in a circle. All that it gives lies in the file or in the cursor.
class GlassCursor {
  public:
    /// Before the first entry. The table must outlive it.
    explicit GlassCursor(const GlassTable& table) : table_(&table) {}

    /// Goes to the last entry whose key is `key` or sorts before it. False if there is none, which
    /// is damage unless the table is empty: it begins with an empty key.
    bool seek(std::string_view key);

    /// Goes to the next entry; false at the end.
    bool next();

    /// The entry's key, which lies in the file; empty when there is no entry.
    [[nodiscard]] std::string_view key() const { return item_.key; }

    /// The entry's tag; empty if it is damaged. Good until the cursor moves or is assigned to, also
    /// when it is moved from.
    [[nodiscard]] std::string_view tag();

    [[nodiscard]] const GlassTable& table() const { return *table_; }

  private:
    static constexpr std::size_t kMostLevels = 10;  // Xapian's limit, too

    struct Place {
        const unsigned char* block = nullptr;
        std::uint32_t at = 0;   ///< offset of an entry of the block's directory
        std::uint32_t end = 0;  ///< of the directory
    };
    /// A leaf's item is a piece of a tag; a branch's names a block of the level below.
    struct Item {
        std::string_view key{};
        std::uint32_t piece = 0;  ///< pieces of a tag count from 1
        bool is_last = false;
        std::string_view bytes{};
        std::uint32_t child = 0;
    };
    bool read_leaf(std::uint32_t at, Item& item) const;
    bool read_branch(const Place& place, std::uint32_t at, Item& item) const;
    bool enter(std::size_t level, std::uint32_t block);
    bool enter_child(std::size_t level);
    bool find_in(std::size_t level, std::string_view key);
    bool descend(std::string_view key);
    bool step_to_leaf(bool forwards);
    bool step();
    bool step_over_piece();
    bool stop();

    const GlassTable* table_;
    std::array<Place, kMostLevels> places_{};  ///< leaves first
    Item item_{};
    std::vector<char> pieces_{};  ///< of a tag, put together
};

}  // namespace dateline
