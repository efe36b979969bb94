#include "common/storage/glass_reader.hpp"

#include "common/storage/section_file.hpp"

namespace dateline {
namespace {

// A block: revision (4 bytes), level (1), gap behind the directory (2), free bytes (2), end of the
// directory (2), the directory (2 for each item), the gap, the items. Numbers are big-endian.
constexpr std::uint32_t kHeaderBytes = 11;
constexpr std::uint32_t kDirectoryBytes = 2;
constexpr std::size_t kLevelAt = 4;
constexpr std::size_t kDirectoryEndAt = 9;

// A leaf item: size less 3 with flags in its upper bits (2), key length (1), key, number of the
// piece unless it is the first (2), piece of the tag.
constexpr std::uint32_t kLeafOverhead = 3;
constexpr std::uint32_t kPieceBytes = 2;
constexpr std::uint32_t kCompressed = 0x8000;  // which postings never are
constexpr std::uint32_t kLastPiece = 0x4000;
constexpr std::uint32_t kFirstPiece = 0x2000;
constexpr std::uint32_t kSizeMask = 0x1FFF;

// A branch item: block number (4), key length (1), key, number of the piece (2).
constexpr std::uint32_t kBranchOverhead = 7;
constexpr std::size_t kBranchKeyAt = 5;

/// Chunks of postings have about 2,000 bytes.
constexpr std::size_t kMostTagBytes = 1 << 20;

std::uint32_t read2(const unsigned char* at)
{
    return static_cast<std::uint32_t>(at[0]) << 8U | at[1];
}

std::uint32_t read4(const unsigned char* at) { return read2(at) << 16U | read2(at + 2); }

std::string_view text(const unsigned char* at, std::size_t size)
{
    return {reinterpret_cast<const char*>(at), size};
}

}  // namespace

Result<std::unique_ptr<GlassTable>> GlassTable::open(const std::filesystem::path& folder)
{
    const auto version = read_glass_version(folder / "iamglass");
    if (!version) { return Failure{version.error()}; }
    const std::filesystem::path path = folder / "postlist.glass";
    auto file = MappedFile::open(path);
    if (!file) { return Failure{file.error()}; }
    auto table = std::make_unique<GlassTable>(*std::move(file), *version);
    if (version->is_empty) { return table; }
    const std::size_t blocks = table->file_.bytes().size() / version->block_bytes;
    const bool fits = blocks >= version->blocks && version->root < version->blocks &&
                      table->file_.bytes().size() % version->block_bytes == 0;
    if (!fits) { return damaged(path, "it is shorter or longer than it was"); }
    return table;
}

const unsigned char* GlassTable::block(std::uint32_t number) const
{
    if (number >= version_.blocks) { return nullptr; }  // which lie in the file
    return reinterpret_cast<const unsigned char*>(file_.bytes().data()) +
           std::size_t{number} * version_.block_bytes;
}

bool GlassCursor::stop()
{
    item_ = {};
    places_ = {};
    return table_->note_damage();
}

bool GlassCursor::read_leaf(std::uint32_t at, Item& item) const
{
    const unsigned char* const block = places_[0].block;
    const std::uint32_t block_bytes = table_->version().block_bytes;
    const std::uint32_t offset = read2(block + at);
    if (offset + kLeafOverhead > block_bytes) { return false; }
    const std::uint32_t head = read2(block + offset);
    const std::uint32_t size = (head & kSizeMask) + kLeafOverhead;
    const std::uint32_t key_bytes = block[offset + 2];
    const bool is_first = (head & kFirstPiece) != 0;
    const std::uint32_t overhead = kLeafOverhead + key_bytes + (is_first ? 0 : kPieceBytes);
    if ((head & kCompressed) != 0 || overhead > size || offset + size > block_bytes) {
        return false;
    }
    const unsigned char* const key = block + offset + kLeafOverhead;
    item.key = text(key, key_bytes);
    item.piece = is_first ? 1 : read2(key + key_bytes);
    item.is_last = (head & kLastPiece) != 0;
    item.bytes = text(block + offset + overhead, size - overhead);
    return is_first || item.piece > 1;
}

bool GlassCursor::read_branch(const Place& place, std::uint32_t at, Item& item) const
{
    const std::uint32_t block_bytes = table_->version().block_bytes;
    const std::uint32_t offset = read2(place.block + at);
    if (offset + kBranchOverhead > block_bytes) { return false; }
    const unsigned char* const branch = place.block + offset;
    const std::uint32_t key_bytes = branch[kBranchKeyAt - 1];
    if (offset + kBranchOverhead + key_bytes > block_bytes) { return false; }
    item.child = read4(branch);
    item.key = text(branch + kBranchKeyAt, key_bytes);
    item.piece = read2(branch + kBranchKeyAt + key_bytes);
    return true;
}

/// Makes a block the place at a level, before its first item.
bool GlassCursor::enter(std::size_t level, std::uint32_t block)
{
    const unsigned char* const bytes = table_->block(block);
    if (bytes == nullptr || bytes[kLevelAt] != level) { return stop(); }
    const std::uint32_t end = read2(bytes + kDirectoryEndAt);
    const bool holds_items = end > kHeaderBytes && end <= table_->version().block_bytes &&
                             (end - kHeaderBytes) % kDirectoryBytes == 0;
    if (!holds_items) { return stop(); }
    places_[level] = {bytes, kHeaderBytes, end};
    return true;
}

/// Enters the block that the place at a level names.
bool GlassCursor::enter_child(std::size_t level)
{
    Item branch;
    if (!read_branch(places_[level], places_[level].at, branch)) { return stop(); }
    return enter(level - 1, branch.child);
}

/// Goes to the last item of a block that is not behind the first piece of `key`. In a leaf that
/// may be the one before its first.
bool GlassCursor::find_in(std::size_t level, std::string_view key)
{
    Place& place = places_[level];
    std::uint32_t low = level == 0 ? kHeaderBytes - kDirectoryBytes : kHeaderBytes;
    std::uint32_t high = place.end;
    while (high - low > kDirectoryBytes) {
        const std::uint32_t middle = low + (high - low) / (2 * kDirectoryBytes) * kDirectoryBytes;
        Item item;
        const bool is_whole =
            level == 0 ? read_leaf(middle, item) : read_branch(place, middle, item);
        if (!is_whole) { return stop(); }
        const int order = item.key.compare(key);
        if (order < 0 || (order == 0 && item.piece <= 1)) {
            low = middle;
        } else {
            high = middle;
        }
    }
    place.at = low;
    return true;
}

/// Goes from the root to the last item that is not behind the first piece of `key`.
bool GlassCursor::descend(std::string_view key)
{
    const GlassVersion& version = table_->version();
    item_ = {};
    if (version.is_empty) { return false; }
    if (version.level >= kMostLevels) { return stop(); }
    std::size_t level = version.level;
    if (!enter(level, version.root) || !find_in(level, key)) { return false; }
    for (; level > 0; --level) {
        if (!enter_child(level) || !find_in(level - 1, key)) { return false; }
    }
    // What divides two leaves may lie before the first key of the second.
    if (places_[0].at < kHeaderBytes && !step_to_leaf(false)) { return stop(); }
    return read_leaf(places_[0].at, item_) || stop();
}

bool GlassCursor::seek(std::string_view key)
{
    if (!descend(key)) { return false; }
    if (item_.piece == 1) { return true; }
    const std::string_view whole = item_.key;  // the end of its tag, which begins further ahead
    if (!descend(whole)) { return false; }
    return (item_.piece == 1 && item_.key == whole) || stop();
}

/// Goes to the first item of the leaf behind, or the last of the one ahead; false if there is none.
bool GlassCursor::step_to_leaf(bool forwards)
{
    const std::size_t top = table_->version().level;
    std::size_t level = 1;
    for (; level <= top; ++level) {
        Place& place = places_[level];
        if (forwards && place.at + kDirectoryBytes < place.end) {
            place.at += kDirectoryBytes;
            break;
        }
        if (!forwards && place.at > kHeaderBytes) {
            place.at -= kDirectoryBytes;
            break;
        }
    }
    if (level > top) { return false; }
    for (; level > 0; --level) {
        if (!enter_child(level)) { return false; }
        if (!forwards) { places_[level - 1].at = places_[level - 1].end - kDirectoryBytes; }
    }
    return true;
}

/// Goes to the next item; false at the end.
bool GlassCursor::step()
{
    Place& place = places_[0];
    if (place.block == nullptr) { return false; }
    place.at += kDirectoryBytes;
    if (place.at >= place.end && !step_to_leaf(true)) {
        places_ = {};
        item_ = {};
        return false;
    }
    return read_leaf(place.at, item_) || stop();
}

/// Goes to the next piece of the same tag, which there must be.
bool GlassCursor::step_over_piece()
{
    const Item before = item_;
    if (!step()) { return stop(); }
    return (item_.key == before.key && item_.piece == before.piece + 1) || stop();
}

bool GlassCursor::next()
{
    if (item_.piece == 0) { return false; }  // there is no entry any more
    while (!item_.is_last) {
        if (!step_over_piece()) { return false; }
    }
    const std::string_view before = item_.key;
    if (!step()) { return false; }
    return (item_.piece == 1 && item_.key > before) || stop();
}

std::string_view GlassCursor::tag()
{
    if (item_.piece == 0 || (item_.piece == 1 && item_.is_last)) { return item_.bytes; }
    pieces_.assign(item_.bytes.begin(), item_.bytes.end());
    while (!item_.is_last) {
        if (!step_over_piece() || pieces_.size() + item_.bytes.size() > kMostTagBytes) {
            stop();
            return {};
        }
        pieces_.insert(pieces_.end(), item_.bytes.begin(), item_.bytes.end());
    }
    return {pieces_.data(), pieces_.size()};
}

}  // namespace dateline
