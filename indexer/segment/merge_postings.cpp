#include "indexer/segment/merge_postings.hpp"

#include "common/storage/xapian_guard.hpp"
#include "indexer/segment/postings_writer.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

/// The terms of one part in order.
struct TermCursor {
    const MergePart* part;
    Xapian::TermIterator term;
    Xapian::TermIterator end;
    std::string key{};  ///< glass_key() of the term, by which lists are ordered

    bool advance()
    {
        ++term;
        return load();
    }
    bool load()
    {
        if (term == end) { return false; }
        key = glass_key(*term);
        return true;
    }
};

/// Appends a term's postings in one part, as far as their articles are kept.
void append_postings(const MergePart& part, const std::string& term, std::vector<Posting>& out)
{
    const Xapian::Database& database = part.segment->postings;
    const auto end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
        const std::size_t index = *posting - 1;
        if (index >= part.new_index.size()) { break; }
        const std::uint32_t moved = part.new_index[index];
        if (moved != MergePart::kLeftOut) { out.push_back({moved, posting.get_wdf()}); }
    }
}

std::vector<std::uint32_t> lengths_of(const std::vector<MergePart>& parts)
{
    std::vector<std::uint32_t> lengths;
    for (const MergePart& part : parts) {
        for (std::size_t i = 0; i < part.new_index.size(); ++i) {
            if (part.new_index[i] == MergePart::kLeftOut) { continue; }
            const auto docid = static_cast<Xapian::docid>(i + 1);
            lengths.push_back(part.segment->postings.get_doclength(docid));
        }
    }
    return lengths;
}

void merge_lists(const std::vector<MergePart>& parts, PostingsWriter& writer)
{
    std::vector<TermCursor> cursors;
    for (const MergePart& part : parts) {
        const Xapian::Database& database = part.segment->postings;
        TermCursor cursor{&part, database.allterms_begin(), database.allterms_end()};
        if (cursor.load()) { cursors.push_back(std::move(cursor)); }
    }
    std::vector<Posting> postings;
    while (!cursors.empty()) {
        const std::string key =
            std::min_element(cursors.begin(), cursors.end(), [](const auto& a, const auto& b) {
                return a.key < b.key;
            })->key;
        postings.clear();
        for (auto cursor = cursors.begin(); cursor != cursors.end();) {
            if (cursor->key == key) {
                append_postings(*cursor->part, *cursor->term, postings);
                if (!cursor->advance()) {
                    cursor = cursors.erase(cursor);
                    continue;
                }
            }
            ++cursor;
        }
        if (!postings.empty()) { writer.add(key, postings); }
    }
}

}  // namespace

Status merge_postings(const std::vector<MergePart>& parts, const std::filesystem::path& path)
{
    const auto merged = guard_xapian("merge postings into '" + path.string() + "'", [&] {
        PostingsWriter writer{path, lengths_of(parts)};
        merge_lists(parts, writer);
        return writer.finish();
    });
    return merged ? *merged : Status{Failure{merged.error()}};
}

}  // namespace dateline::indexer
