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

Status merge_columns_and_bodies(const std::vector<MergePart>& parts,
                                const std::filesystem::path& folder)
{
    ColumnsWriter columns;
    BodiesWriter bodies{folder / "bodies", {}};
    for (const MergePart& part : parts) {
        for (std::size_t i = 0; i < part.new_index.size(); ++i) {
            if (i % kForgetEvery == 0) { part.segment->forget(); }
            if (part.new_index[i] == MergePart::kLeftOut) { continue; }
            columns.add(part.segment->columns.row(i));
            bodies.add_entry(part.segment->bodies.entry(i));
        }
    }
    if (auto written = columns.write(folder / "columns"); !written) { return written; }
    return bodies.finish();
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
    for (const Status& status : {merge_postings(parts, folder / "postings"),
                                 merge_columns_and_bodies(parts, folder), words.get()}) {
        if (!status) { return Failure{status.error()}; }
    }
    if (auto checked = check_merge(parts, folder); !checked) { return Failure{checked.error()}; }
    auto files = digest_segment(folder);
    if (!files) { return Failure{files.error()}; }
    entry.files = *std::move(files);
    return entry;
}

}  // namespace dateline::indexer
