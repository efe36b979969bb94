#include "indexer/segment/merge.hpp"

#include "indexer/segment/check_merge.hpp"
#include "indexer/segment/merge_postings.hpp"
#include "indexer/segment/merge_words.hpp"
#include "indexer/segment/segment_builder.hpp"

#include <algorithm>
#include <future>

namespace dateline::indexer {
namespace {

std::vector<MergePart> parts_of(const std::vector<const Segment*>& segments,
                                const std::vector<const ArticleSet*>& removed,
                                std::uint32_t& articles)
{
    std::vector<MergePart> parts;
    for (std::size_t p = 0; p < segments.size(); ++p) {
        MergePart part{.segment = segments[p]};
        part.new_index.reserve(segments[p]->articles());
        for (std::size_t i = 0; i < segments[p]->articles(); ++i) {
            part.new_index.push_back(removed[p]->contains(i) ? MergePart::kLeftOut : articles++);
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

Status merge_columns(const std::vector<MergePart>& parts, const std::filesystem::path& path)
{
    ColumnsWriter columns;
    for (const MergePart& part : parts) {
        for (std::size_t i = 0; i < part.new_index.size(); ++i) {
            if (i % kForgetEvery == 0) { part.segment->forget(); }
            if (part.new_index[i] == MergePart::kLeftOut) { continue; }
            columns.add(part.segment->columns.row(i));
        }
    }
    return columns.write(path);
}

/// Whether a block goes over as it is: not if articles of it are left out, and not if it is so
/// small that it is better packed anew with others.
bool is_kept(const BodyBlock& block, const MergePart& part)
{
    const auto first = part.new_index.begin() + static_cast<std::ptrdiff_t>(block.first);
    const auto end = first + static_cast<std::ptrdiff_t>(block.articles);
    const bool is_large =
        unpacked_size(block.frame) >= kBlockBytes / 2 || block.articles >= kMostInBlock / 2;
    return is_large && std::find(first, end, MergePart::kLeftOut) == end;
}

Status repack(const BodyBlock& block, const MergePart& part, BodiesWriter& writer)
{
    const Bodies& bodies = part.segment->bodies;
    const std::uint32_t id = dictionary_of(block.frame);
    const auto dictionary = bodies.dictionaries().bytes(id);
    if (!dictionary) { return Failure{dictionary.error()}; }
    writer.use_dictionary(id, *dictionary);
    for (std::size_t i = block.first; i < block.first + block.articles; ++i) {
        if (part.new_index[i] == MergePart::kLeftOut) { continue; }
        const auto article_id = bodies.id(i);
        if (!article_id) { return Failure{article_id.error()}; }
        const auto record = bodies.record(i);
        if (!record) { return Failure{record.error()}; }
        writer.add(*article_id, *record);
    }
    return Done{};
}

Status merge_bodies(const std::vector<MergePart>& parts, const std::filesystem::path& path)
{
    BodiesWriter writer{path};
    for (const MergePart& part : parts) {
        std::size_t forgotten = 0;
        for (std::size_t i = 0; i < part.new_index.size();) {
            const BodyBlock block = part.segment->bodies.block(i);
            if (block.bytes.empty()) {
                return damaged(part.segment->name + "/bodies", "a block is missing");
            }
            if (is_kept(block, part)) {
                writer.add_block(block);
            } else if (auto packed = repack(block, part, writer); !packed) {
                return packed;
            }
            i = block.first + block.articles;
            if (i - forgotten < kForgetEvery) { continue; }
            forgotten = i;
            part.segment->forget();
        }
    }
    return writer.finish();
}

/// Articles, words and bytes of what is kept.
Result<SegmentEntry> count(const std::vector<MergePart>& parts, std::uint32_t articles)
{
    SegmentEntry entry;
    entry.articles = articles;
    for (const MergePart& part : parts) {
        entry.text_bytes += part.segment->text_bytes;
        for (std::size_t i = 0; i < part.new_index.size(); ++i) {
            if (part.new_index[i] != MergePart::kLeftOut) {
                entry.words += part.segment->columns.lengths()[i];
                continue;
            }
            const auto gone = part.segment->bodies.article(i);
            if (!gone) { return Failure{gone.error()}; }
            entry.text_bytes -= std::min<std::uint64_t>(
                entry.text_bytes, gone->article.title.size() + gone->article.body.size());
        }
    }
    return entry;
}

}  // namespace

Result<SegmentEntry> merge_segments(const std::vector<const Segment*>& segments,
                                    const std::vector<const ArticleSet*>& removed,
                                    const std::filesystem::path& folder)
{
    std::uint32_t articles = 0;
    const std::vector<MergePart> parts = parts_of(segments, removed, articles);
    auto counted = count(parts, articles);
    if (!counted || articles == 0) { return counted; }
    SegmentEntry entry = *std::move(counted);
    if (auto made = make_folders(folder); !made) { return Failure{made.error()}; }
    // The words take as long as all the rest.
    auto words = std::async(std::launch::async, [&] { return merge_words(parts, folder); });
    for (const Status& status :
         {merge_postings(parts, folder / "postings"), merge_columns(parts, folder / "columns"),
          merge_bodies(parts, folder / "bodies"), words.get()}) {
        if (!status) { return Failure{status.error()}; }
    }
    if (auto checked = check_merge(parts, folder); !checked) { return Failure{checked.error()}; }
    auto files = digest_segment(folder);
    if (!files) { return Failure{files.error()}; }
    entry.files = *std::move(files);
    return entry;
}

}  // namespace dateline::indexer
