#include "indexer/segment/merge_postings.hpp"

#include "indexer/segment/postings_writer.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

/// A part and where its terms are.
struct PartTerms {
    const MergePart* part;
    TermCursor terms;
};

/// Appends a term's postings in one part, as far as their articles are kept.
void append_postings(const MergePart& part, PostingList list, std::vector<Posting>& out)
{
    for (; list.doc() != PostingList::kEnd; list.next()) {
        const std::size_t index = list.doc() - 1;
        if (index >= part.new_index.size()) { break; }
        const std::uint32_t moved = part.new_index[index];
        if (moved != MergePart::kLeftOut) { out.push_back({moved, list.count()}); }
    }
}

/// The lengths of the articles kept, as far as they are there.
std::vector<std::uint32_t> lengths_of(const std::vector<MergePart>& parts)
{
    std::vector<std::uint32_t> lengths;
    for (const MergePart& part : parts) {
        auto list = part.segment->postings.lengths();
        for (const std::uint32_t moved : part.new_index) {
            if (!list || list->doc() == PostingList::kEnd) { break; }
            if (moved != MergePart::kLeftOut) { lengths.push_back(list->count()); }
            list->next();
        }
    }
    return lengths;
}

void merge_lists(const std::vector<MergePart>& parts, PostingsWriter& writer)
{
    std::vector<PartTerms> cursors;
    for (const MergePart& part : parts) {
        PartTerms cursor{&part, part.segment->postings.terms()};
        if (cursor.terms.next()) { cursors.push_back(std::move(cursor)); }
    }
    std::vector<Posting> postings;
    for (std::size_t terms = 1; !cursors.empty(); ++terms) {
        if (terms % kForgetTerms == 0) {
            for (const PartTerms& cursor : cursors) { cursor.part->segment->postings.forget(); }
        }
        const std::string_view key =
            std::min_element(cursors.begin(), cursors.end(), [](const auto& a, const auto& b) {
                return a.terms.key() < b.terms.key();
            })->terms.key();
        postings.clear();
        for (auto cursor = cursors.begin(); cursor != cursors.end();) {
            if (cursor->terms.key() == key) {
                append_postings(*cursor->part, cursor->terms.list(), postings);
                if (!cursor->terms.next()) {
                    cursor = cursors.erase(cursor);
                    continue;
                }
            }
            ++cursor;
        }
        if (!postings.empty()) { writer.add(key, postings); }
    }
}

/// Fails if a part could not be read: what was merged of it would lack something.
Status check_read(const std::vector<MergePart>& parts, std::size_t lengths)
{
    std::size_t articles = 0;
    for (const MergePart& part : parts) {
        if (auto read = part.segment->postings.status(); !read) { return read; }
        articles += static_cast<std::size_t>(
            std::count_if(part.new_index.begin(), part.new_index.end(),
                          [](std::uint32_t moved) { return moved != MergePart::kLeftOut; }));
    }
    if (lengths == articles) { return Done{}; }
    return fail(ErrorKind::IndexDamaged, "the postings have no length for each article",
                "check the index with dateline-index verify");
}

}  // namespace

Status merge_postings(const std::vector<MergePart>& parts, const std::filesystem::path& path)
{
    const auto lengths = lengths_of(parts);
    PostingsWriter writer{path, lengths};
    merge_lists(parts, writer);
    if (auto read = check_read(parts, lengths.size()); !read) { return read; }
    return writer.finish();
}

}  // namespace dateline::indexer
