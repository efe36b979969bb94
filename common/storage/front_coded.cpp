#include "common/storage/front_coded.hpp"

#include "common/storage/bytes.hpp"
#include "common/storage/tokens.hpp"

#include <algorithm>
#include <cassert>

namespace dateline {
namespace {

constexpr std::size_t kBlockEntries = 16;

}  // namespace

void FrontCodedWriter::add(std::string_view key, std::string_view payload)
{
    assert(count_ == 0 || last_ < key);
    std::size_t shared = 0;
    if (count_ % kBlockEntries == 0) {
        offsets_.push_back(blocks_.size());
    } else {
        const auto differ = std::mismatch(key.begin(), key.end(), last_.begin(), last_.end());
        shared = static_cast<std::size_t>(differ.first - key.begin());
    }
    append_varint(blocks_, shared);
    append_string(blocks_, key.substr(shared));
    append_string(blocks_, payload);
    last_ = key;
    ++count_;
}

void FrontCodedWriter::finish(SectionWriter& file)
{
    offsets_.push_back(blocks_.size());
    file.begin_section();
    file.append(blocks_);
    file.begin_section();
    file.append_array(std::span<const std::uint64_t>{offsets_});
}

bool FrontCodedReader::is_whole() const
{
    return !offsets_.empty() && offsets_.front() == 0 && offsets_.back() == blocks_.size() &&
           std::is_sorted(offsets_.begin(), offsets_.end());
}

std::string_view FrontCodedReader::first_key(std::size_t block) const
{
    ByteReader entry{slice(blocks_, offsets_, block)};
    entry.varint();
    return entry.string();
}

FrontCodedReader::Cursor::Cursor(const FrontCodedReader& list, std::size_t block)
    : list_(&list), block_(block)
{
    load_block();
    next();
}

void FrontCodedReader::Cursor::load_block()
{
    rest_ = slice(list_->blocks_, list_->offsets_, block_);
    entries_ = 0;
    key_.clear();
}

void FrontCodedReader::Cursor::next()
{
    for (;;) {
        if (rest_.empty() || entries_ == kBlockEntries) {
            if (++block_ >= list_->blocks()) {
                at_end_ = true;
                return;
            }
            load_block();
            continue;
        }
        ByteReader entry{rest_};
        const std::uint64_t shared = entry.varint(key_.size());
        const std::string_view ending = entry.string();
        payload_ = entry.string();
        if (!entry.ok()) {
            rest_ = {};  // a damaged block ends here; the next one stands on its own
            continue;
        }
        key_.resize(shared);
        key_ += ending;
        rest_ = rest_.substr(rest_.size() - entry.size_left());
        ++entries_;
        return;
    }
}

FrontCodedReader::Cursor FrontCodedReader::begin(std::string_view from) const
{
    std::size_t low = 0;
    std::size_t high = blocks();
    while (low + 1 < high) {
        const std::size_t middle = low + (high - low) / 2;
        (first_key(middle) <= from ? low : high) = middle;
    }
    Cursor cursor{*this, low};
    while (!cursor.at_end() && cursor.key() < from) { cursor.next(); }
    return cursor;
}

std::optional<std::string_view> FrontCodedReader::find(std::string_view key) const
{
    const Cursor cursor = begin(key);
    if (cursor.at_end() || cursor.key() != key) { return {}; }
    return cursor.payload();
}

}  // namespace dateline
