#include "common/storage/postings.hpp"

#include "common/storage/bytes.hpp"
#include "common/storage/glass_keys.hpp"
#include "common/storage/section_file.hpp"

#include <cstring>

namespace dateline {
namespace {

// A chunk: '1' if it is the list's last, else '0'; its last article less its first; the first one's
// count; then for each article the articles left out before it and its count, all varints. The
// first chunk of a list has the list's articles, the sum of their counts and its first article less
// 1 before that.

constexpr unsigned char kMore = 0x80;  ///< in a byte of a varint: another follows

/// Reads a varint that must end before `end` and fit 32 bits; null if it does not.
const unsigned char* read_varint(const unsigned char* at, const unsigned char* end,
                                 std::uint32_t& value)
{
    constexpr unsigned kLastShift = 28;
    constexpr unsigned char kMostAtLast = 0x0F;
    value = 0;
    for (unsigned shift = 0; at != end; shift += 7) {
        const unsigned char group = *at++;
        value |= static_cast<std::uint32_t>(group & 0x7FU) << shift;
        if (shift == kLastShift) { return group <= kMostAtLast ? at : nullptr; }
        if ((group & kMore) == 0) { return at; }
    }
    return nullptr;
}

/// Passes over articles by fours as long as all of them lie before `target` and their counts and
/// gaps have a byte each: eight bytes, of which every other is a gap.
const unsigned char* leap_four(const unsigned char* at, const unsigned char* end,
                               std::uint32_t target, std::uint32_t& doc)
{
    constexpr std::uint32_t kWorthIt = 32;
    constexpr std::uint64_t kMoreInAny = 0x8080808080808080U;
    constexpr std::uint64_t kGaps = 0x00FF00FF00FF00FFU;
    constexpr std::uint64_t kAddUp = 0x0001000100010001U;
    while (target - doc > kWorthIt && end - at > 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, at, sizeof(eight));
        if ((eight & kMoreInAny) != 0) { break; }
        const auto gaps = static_cast<std::uint32_t>((eight >> 8U & kGaps) * kAddUp >> 48U);
        if (target - doc <= gaps + 4) { break; }
        doc += gaps + 4;
        at += 8;
    }
    return at;
}

}  // namespace

PostingList::PostingList(GlassCursor cursor, std::string later_key)
    : cursor_(std::move(cursor)), later_key_(std::move(later_key))
{
    read_first_chunk();
}

void PostingList::end()
{
    doc_ = kEnd;
    last_ = kEnd;  // so that nothing leaps from here
    at_ = end_ = nullptr;
}

void PostingList::stop()
{
    cursor_.table().note_damage();
    end();
}

void PostingList::read_first_chunk()
{
    const std::uint32_t articles = cursor_.table().version().articles;
    const std::string_view tag = cursor_.tag();
    ByteReader reader{tag};
    frequency_ = static_cast<std::uint32_t>(reader.varint(articles));
    occurrences_ = reader.varint();
    const std::uint64_t before_first = reader.varint(articles);
    if (!reader.ok() || !read_chunk(tag.substr(tag.size() - reader.size_left()),
                                    static_cast<std::uint32_t>(before_first) + 1)) {
        frequency_ = 0;
        stop();
    }
}

/// Stands at the chunk's first article, then. False if it is damaged.
bool PostingList::read_chunk(std::string_view bytes, std::uint32_t first)
{
    const std::uint32_t articles = cursor_.table().version().articles;
    if (bytes.empty() || (bytes[0] != '0' && bytes[0] != '1')) { return false; }
    is_last_chunk_ = bytes[0] == '1';
    ByteReader reader{bytes.substr(1)};
    const std::uint64_t last = first + reader.varint(articles);
    if (!reader.ok() || first == 0 || last > articles || reader.at_end()) { return false; }
    end_ = reinterpret_cast<const unsigned char*>(bytes.data()) + bytes.size();
    at_ = end_ - reader.size_left();
    doc_ = first;
    last_ = static_cast<std::uint32_t>(last);
    return true;
}

/// Reads the chunk of this list that the cursor is at. False if there is none.
bool PostingList::enter_chunk()
{
    const std::string_view key = cursor_.key();
    if (!key.starts_with(later_key_)) { return false; }
    const auto first = parse_sortable(key.substr(later_key_.size()));
    return first && read_chunk(cursor_.tag(), *first);
}

/// Stands at the first article of the chunk behind, then.
bool PostingList::read_next_chunk()
{
    const std::uint32_t before = last_;
    return cursor_.next() && enter_chunk() && doc_ > before;
}

/// Stands at the first article of the chunk that has `target` or else of the one behind it.
bool PostingList::seek_chunk(std::uint32_t target)
{
    const std::uint32_t before = doc_;
    const std::size_t size = later_key_.size();
    append_sortable(later_key_, target);
    const bool found = cursor_.seek(later_key_);
    later_key_.resize(size);
    if (!found || !enter_chunk() || doc_ < before) { return false; }
    return target <= last_ || is_last_chunk_ || read_next_chunk();
}

/// To an article of another chunk.
void PostingList::leap(std::uint32_t target)
{
    std::uint32_t count = 0;
    if (doc_ == last_ && read_varint(at_, end_, count) != end_) { return stop(); }
    if (is_last_chunk_) { return end(); }
    if (!read_next_chunk()) { return stop(); }  // that is most often the one
    if (target > last_ && !is_last_chunk_ && !seek_chunk(target)) { return stop(); }
    if (target <= doc_) { return; }
    if (target <= last_) { return walk(target); }
    return is_last_chunk_ ? end() : stop();
}

/// To an article of this chunk: doc_ < target <= last_.
void PostingList::walk(std::uint32_t target)
{
    constexpr std::ptrdiff_t kShortest = 3;  // a count, a gap and the count behind it
    const unsigned char* at = at_;
    const unsigned char* const end = end_;
    std::uint32_t doc = doc_;
    at = leap_four(at, end, target, doc);
    do {
        if (end - at >= kShortest && ((at[0] | at[1]) & kMore) == 0) {
            doc += at[1] + 1U;
            at += 2;
            continue;
        }
        std::uint32_t gap = 0;
        at = read_varint(at, end, gap);  // the count
        if (at != nullptr) { at = read_varint(at, end, gap); }
        if (at == nullptr || at == end || gap >= last_ - doc) { return stop(); }
        doc += gap + 1;
        if (doc < target) { at = leap_four(at, end, target, doc); }
    } while (doc < target);
    if (doc > last_) { return stop(); }
    at_ = at;
    doc_ = doc;
}

std::uint32_t PostingList::count() const
{
    std::uint32_t value = 0;
    if (at_ != end_ && read_varint(at_, end_, value) == nullptr) {
        cursor_.table().note_damage();
        return 0;
    }
    return value;
}

bool TermCursor::next()
{
    bool is_there = has_begun_ ? cursor_.next() : cursor_.seek("");
    has_begun_ = true;
    while (is_there && !is_glass_term(cursor_.key())) { is_there = cursor_.next(); }
    return is_there;
}

bool TermCursor::seek(std::string_view term)
{
    const std::string key = glass_key(term);
    has_begun_ = true;
    bool is_there = cursor_.seek(key);
    while (is_there && (cursor_.key() < key || !is_glass_term(cursor_.key()))) {
        is_there = cursor_.next();
    }
    return is_there;
}

std::string TermCursor::term() const { return glass_term(key()); }

PostingList TermCursor::list() const
{
    std::string later_key{key()};
    later_key += '\0';
    return {cursor_, std::move(later_key)};
}

Result<Postings> Postings::open(const std::filesystem::path& folder)
{
    auto table = GlassTable::open(folder);
    if (!table) { return Failure{table.error()}; }
    return Postings{folder, *std::move(table)};
}

std::optional<PostingList> Postings::find(std::string_view term) const
{
    std::string key = glass_key(term);
    GlassCursor cursor{*table_};
    if (key.empty() || !cursor.seek(key) || cursor.key() != key) { return {}; }
    key += '\0';
    return PostingList{std::move(cursor), std::move(key)};
}

std::uint32_t Postings::frequency(std::string_view term) const
{
    const auto list = find(term);
    return list ? list->frequency() : 0;
}

std::optional<PostingList> Postings::lengths() const
{
    GlassCursor cursor{*table_};
    if (!cursor.seek(kGlassLengthsKey) || cursor.key() != kGlassLengthsKey) { return {}; }
    return PostingList{std::move(cursor), std::string{kGlassLengthsKey}};
}

Status Postings::status() const
{
    if (!table_->is_damaged()) { return Done{}; }
    return damaged(folder_ / "postlist.glass", "what it says cannot be");
}

}  // namespace dateline
