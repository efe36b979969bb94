#include "indexer/segment/postings_writer.hpp"

#include "common/storage/bytes.hpp"
#include "common/storage/file.hpp"

#include <algorithm>
#include <array>
#include <vector>
#include <xxhash.h>

namespace dateline::indexer {
namespace {

/// A list is cut into chunks of about so many bytes, each under a key of its own: what a reader
/// that leaps forward has to pass through at most. Xapian's own size.
constexpr std::size_t kChunkBytes = 2000;

}  // namespace

PostingsWriter::PostingsWriter(const std::filesystem::path& path,
                               std::span<const std::uint32_t> lengths)
    : path_(path),
      made_(make_folders(path)),
      table_(path / "postlist.glass"),
      articles_(lengths.size())
{
    std::vector<Posting> list;
    list.reserve(lengths.size());
    for (std::uint32_t i = 0; i < lengths.size(); ++i) {
        list.push_back({.index = i, .weight = lengths[i]});
        total_length_ += lengths[i];
        longest_ = std::max(longest_, lengths[i]);
        if (lengths[i] > 0 && (shortest_ == 0 || lengths[i] < shortest_)) {
            shortest_ = lengths[i];
        }
    }
    add_list(kGlassLengthsKey, kGlassLengthsKey, list, 0, 0);
}

void PostingsWriter::add(std::string_view key, std::span<const Posting> postings)
{
    std::uint64_t total = 0;
    for (const Posting& posting : postings) {
        total += posting.weight;
        greatest_weight_ = std::max(greatest_weight_, posting.weight);
    }
    std::string later_key{key};
    later_key += '\0';  // divides the term from a docid
    add_list(key, later_key, postings, postings.size(), total);
}

/// The first chunk is filed under `key` and says how many entries there are and the sum of their
/// weights; the others are filed under `later_key` and their first docid.
void PostingsWriter::add_list(std::string_view key, std::string_view later_key,
                              std::span<const Posting> postings, std::uint64_t entries,
                              std::uint64_t total)
{
    for (std::size_t begin = 0; begin < postings.size();) {
        chunk_.clear();
        std::size_t end = begin;
        std::uint32_t last = 0;
        while (end < postings.size() && chunk_.size() < kChunkBytes) {
            const Posting& posting = postings[end];
            if (end > begin) { append_varint(chunk_, posting.index - last - 1); }
            append_varint(chunk_, posting.weight);
            last = posting.index;
            ++end;
        }
        const std::uint32_t first = postings[begin].index;
        tag_.clear();
        if (begin == 0) {
            append_varint(tag_, entries);
            append_varint(tag_, total);
            append_varint(tag_, first);  // the docid less 1
        }
        tag_ += end == postings.size() ? '1' : '0';
        append_varint(tag_, last - first);
        tag_ += chunk_;
        if (begin == 0) {
            table_.add(key, tag_);
        } else {
            std::string chunk_key{later_key};
            append_sortable(chunk_key, first + 1);
            table_.add(chunk_key, tag_);
        }
        begin = end;
    }
}

/// What glass calls iamglass: the tables' roots and the statistics of the database.
std::string PostingsWriter::version_file(const GlassRoot& root) const
{
    constexpr std::string_view kMagic{"\x0f\x0dXapian Glass\x04\x6e", 16};  // of 2016-03-14
    constexpr std::size_t kOtherTables = 5;  // docdata, termlist, position, spelling, synonym
    static constexpr std::array<int, kOtherTables> kCompressFrom{18, 18, 0, 18, 18};
    constexpr unsigned kSequential = 2;
    constexpr unsigned kNoRoot = 1;
    constexpr std::uint64_t kBlockUnits = kGlassBlockBytes / 2048;

    std::string file{kMagic};
    // The database's UUID: the same articles make the same segment, byte for byte.
    const std::array<std::uint64_t, 5> identity{root.blocks, root.entries, articles_, total_length_,
                                                longest_};
    const XXH128_hash_t hash = XXH3_128bits(identity.data(), sizeof(identity));
    file.append(reinterpret_cast<const char*>(&hash), sizeof(hash));
    append_varint(file, 1);  // revision

    std::string free_blocks;  // revision, first unused block, and no list of free ones
    append_varint(free_blocks, 1);
    append_varint(free_blocks, root.blocks);
    free_blocks.append(4, '\0');
    append_varint(file, root.block);
    append_varint(file, root.level << 2U | kSequential);
    append_varint(file, root.entries);
    append_varint(file, kBlockUnits);
    append_varint(file, 0);
    append_string(file, free_blocks);
    for (const int compress_from : kCompressFrom) {
        append_varint(file, 0);
        append_varint(file, kSequential | kNoRoot);
        append_varint(file, 0);
        append_varint(file, kBlockUnits);
        append_varint(file, static_cast<std::uint64_t>(compress_from));
        append_string(file, {});
    }

    append_varint(file, articles_);
    append_varint(file, 0);  // last docid less articles
    append_varint(file, shortest_);
    append_varint(file, greatest_weight_);
    append_varint(file, std::max(longest_, greatest_weight_) - greatest_weight_);
    append_varint(file, 0);  // oldest changeset
    append_varint(file, total_length_);
    append_varint(file, 0);  // spelling
    return file;
}

Status PostingsWriter::finish()
{
    if (!made_) { return made_; }
    const auto root = table_.finish();
    if (!root) { return Failure{root.error()}; }
    if (auto written = write_file(path_ / "iamglass", version_file(*root)); !written) {
        return written;
    }
    return sync_path(path_);
}

}  // namespace dateline::indexer
