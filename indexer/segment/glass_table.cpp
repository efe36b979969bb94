#include "indexer/segment/glass_table.hpp"

#include "common/storage/file.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace dateline::indexer {
namespace {

// A block: revision (4 bytes), level (1), gap behind the directory (2), free bytes (2), end of the
// directory (2), the directory (2 for each item), the gap, the items. Numbers are big-endian.
constexpr std::size_t kHeaderBytes = 11;
constexpr std::size_t kDirectoryBytes = 2;
constexpr std::uint32_t kRevision = 1;

// A leaf item: size less 3 with flags in its upper bits (2), key length (1), key, number of the
// piece unless it is the first (2), piece of the tag.
constexpr std::size_t kLeafOverhead = 3;
constexpr std::size_t kComponentBytes = 2;
constexpr unsigned kLastPiece = 0x4000;
constexpr unsigned kFirstPiece = 0x2000;

// A branch item: block number (4), key length (1), key, number of the piece (2).
constexpr std::size_t kBranchOverhead = 7;

/// A tag is cut to fill a block only if so much of it finds room there.
constexpr std::size_t kLeastPiece = 64;

void put2(unsigned char* at, std::size_t value)
{
    at[0] = static_cast<unsigned char>(value >> 8U);
    at[1] = static_cast<unsigned char>(value);
}

void put4(unsigned char* at, std::uint32_t value)
{
    put2(at, value >> 16U);
    put2(at + 2, value & 0xFFFFU);
}

/// The shortest beginning of `key` that is greater than `before`.
std::string_view divider(std::string_view before, std::string_view key)
{
    const auto differs = std::mismatch(before.begin(), before.end(), key.begin(), key.end());
    const auto same = static_cast<std::size_t>(differs.second - key.begin());
    return key.substr(0, std::min(same + 1, key.size()));
}

}  // namespace

void GlassTableWriter::Block::clear()
{
    bytes.fill(0);
    directory_end = kHeaderBytes;
    items_begin = kGlassBlockBytes;
    first_key.clear();
    first_component = 1;
}

bool GlassTableWriter::Block::empty() const { return directory_end == kHeaderBytes; }

std::size_t GlassTableWriter::Block::room() const
{
    const std::size_t gap = items_begin - directory_end;
    return gap > kDirectoryBytes ? gap - kDirectoryBytes : 0;
}

/// Makes room for an item of that size, which there must be.
unsigned char* GlassTableWriter::Block::add_item(std::size_t size)
{
    items_begin -= size;
    put2(bytes.data() + directory_end, items_begin);
    directory_end += kDirectoryBytes;
    return bytes.data() + items_begin;
}

GlassTableWriter::GlassTableWriter(const std::filesystem::path& path)
    : path_(path), file_(path, std::ios::binary | std::ios::trunc)
{
    note_failure();
    levels_.emplace_back();
    levels_.front().clear();
    add_piece("", "", 1, true);  // every table begins with an empty key
}

/// Keeps the system's reason: by the time of finish(), errno may be about something else.
void GlassTableWriter::note_failure()
{
    if (file_.fail() && problem_ == 0) { problem_ = errno != 0 ? errno : EIO; }
}

void GlassTableWriter::add(std::string_view key, std::string_view tag)
{
    ++entries_;
    std::uint16_t component = 1;
    do {
        const std::size_t overhead =
            kLeafOverhead + key.size() + (component == 1 ? 0 : kComponentBytes);
        const std::size_t room = levels_.front().room();
        const bool fits = overhead + tag.size() <= room;
        if (!fits && room < overhead + kLeastPiece) {
            close_block(0);
            begin_leaf(key, component);
            continue;
        }
        const std::string_view piece = tag.substr(0, fits ? tag.size() : room - overhead);
        tag.remove_prefix(piece.size());
        add_piece(key, piece, component, fits);
        ++component;
        if (fits) { break; }
    } while (true);
    last_key_ = key;
}

void GlassTableWriter::add_piece(std::string_view key, std::string_view piece,
                                 std::uint16_t component, bool is_last)
{
    const bool is_first = component == 1;
    const std::size_t size =
        kLeafOverhead + key.size() + (is_first ? 0 : kComponentBytes) + piece.size();
    unsigned char* item = levels_.front().add_item(size);
    put2(item,
         (size - kLeafOverhead) | (is_last ? kLastPiece : 0U) | (is_first ? kFirstPiece : 0U));
    item[2] = static_cast<unsigned char>(key.size());
    item += kLeafOverhead;
    std::copy(key.begin(), key.end(), item);
    item += key.size();
    if (!is_first) {
        put2(item, component);
        item += kComponentBytes;
    }
    std::copy(piece.begin(), piece.end(), item);
}

void GlassTableWriter::begin_leaf(std::string_view key, std::uint16_t component)
{
    Block& leaf = levels_.front();
    leaf.clear();
    // Between two pieces of one tag only the whole key with its number divides.
    leaf.first_key = component == 1 ? divider(last_key_, key) : key;
    leaf.first_component = component;
}

/// Writes the block of a level as it is; returns its number.
std::uint32_t GlassTableWriter::write_block(std::size_t level)
{
    Block& block = levels_[level];
    const std::size_t gap = block.items_begin - block.directory_end;
    put4(block.bytes.data(), kRevision);
    block.bytes[4] = static_cast<unsigned char>(level);
    put2(block.bytes.data() + 5, gap);
    put2(block.bytes.data() + 7, gap);
    put2(block.bytes.data() + 9, block.directory_end);
    file_.write(reinterpret_cast<const char*>(block.bytes.data()), kGlassBlockBytes);
    note_failure();
    return blocks_++;
}

/// Writes the block of a level and names it in the level above. The caller begins a new one.
void GlassTableWriter::close_block(std::size_t level)
{
    const std::uint32_t number = write_block(level);
    if (level + 1 == levels_.size()) {
        levels_.emplace_back();
        levels_.back().clear();
    }
    const std::string key = levels_[level].first_key;  // a new level above moves the blocks
    add_to_branch(level + 1, key, levels_[level].first_component, number);
}

void GlassTableWriter::add_to_branch(std::size_t level, std::string_view key,
                                     std::uint16_t component, std::uint32_t block)
{
    if (levels_[level].room() < kBranchOverhead + key.size()) {
        close_block(level);
        levels_[level].clear();
    }
    Block& branch = levels_[level];
    if (branch.empty()) {  // nothing lies before the first block: its key is kept for above
        branch.first_key = key;
        branch.first_component = component;
        key = {};
        component = 0;
    }
    unsigned char* item = branch.add_item(kBranchOverhead + key.size());
    put4(item, block);
    item[4] = static_cast<unsigned char>(key.size());
    std::copy(key.begin(), key.end(), item + 5);
    put2(item + 5 + key.size(), component);
}

Result<GlassRoot> GlassTableWriter::finish()
{
    std::size_t level = 0;
    while (level + 1 < levels_.size()) { close_block(level++); }
    const GlassRoot root{.block = write_block(level),
                         .level = static_cast<std::uint32_t>(level),
                         .entries = entries_,
                         .blocks = blocks_};
    file_.flush();
    note_failure();
    if (problem_ != 0) { return io_failure("write", path_, problem_); }
    file_.close();
    if (auto synced = sync_path(path_); !synced) { return Failure{synced.error()}; }
    return root;
}

}  // namespace dateline::indexer
