// How a writer publishes: the segment that was built, tombstones, names and manifest become a new
// generation, and segments are merged when they are many.
#include "indexer/integrity.hpp"
#include "indexer/segment/merge.hpp"
#include "indexer/segment/merge_policy.hpp"
#include "indexer/writer.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <set>

namespace dateline::indexer {

Status IndexWriter::keep_dictionary(Manifest& next)
{
    const BodyDictionary& dictionary = builder_->dictionary();
    if (!dictionary.is_new) { return Done{}; }
    const std::string name = std::to_string(dictionary.id);
    next.dictionaries[name] = {dictionary.bytes.size(), hash_hex(dictionary.bytes)};
    return write_file(index_ / "dictionaries" / name, dictionary.bytes);
}

/// Finishes the segment being built and moves it to where segments are.
Status IndexWriter::seal_segment(Manifest& next)
{
    auto entry = builder_->finish();
    if (!entry) { return Failure{entry.error()}; }
    if (auto kept = keep_dictionary(next); !kept) { return kept; }
    SegmentEntry segment = *std::move(entry);
    segment.name = six_digits(next.next_segment++);
    std::error_code problem;
    std::filesystem::remove_all(index_ / "segments" / segment.name, problem);
    std::filesystem::rename(building_folder(), index_ / "segments" / segment.name, problem);
    if (problem) { return io_failure("move a segment into", index_, problem.value()); }
    std::set<std::string> languages{next.languages.begin(), next.languages.end()};
    languages.insert(builder_->languages().begin(), builder_->languages().end());
    next.languages.assign(languages.begin(), languages.end());
    next.segments.push_back(std::move(segment));
    return Done{};
}

Status IndexWriter::merge(const std::vector<std::size_t>& chosen, Manifest& next,
                          std::vector<ArticleSet>& removed)
{
    std::vector<const Segment*> parts;
    std::vector<const ArticleSet*> part_removed;
    for (const std::size_t i : chosen) {
        // What is damaged must not get a new hash that says it is whole.
        const auto whole = require_whole(index_, manifest_.segments[i]);
        if (!whole) { return whole; }
        parts.push_back(&snapshot_->segments()[i]);
        part_removed.push_back(&removed[i]);
    }
    const std::string name = six_digits(next.next_segment++);
    const auto folder = index_ / "segments" / name;
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    auto result = merge_segments(parts, part_removed, folder);
    if (!result) { return Failure{result.error()}; }
    SegmentEntry merged = *std::move(result);
    merged.name = name;
    for (auto i = chosen.rbegin(); i != chosen.rend(); ++i) {
        next.segments.erase(next.segments.begin() + static_cast<std::ptrdiff_t>(*i));
        removed.erase(removed.begin() + static_cast<std::ptrdiff_t>(*i));
    }
    if (merged.articles == 0) { return Done{}; }
    removed.emplace_back(merged.articles);
    next.segments.push_back(std::move(merged));
    return Done{};
}

/// Writes tombstones, names and manifest, then replaces CURRENT: the moment of publication.
Status IndexWriter::write_generation(Manifest& next, const std::vector<ArticleSet>& removed)
{
    ++next.generation;
    note_day(next, std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    next.tombstones.clear();
    next.tombstones_digest = {};
    if (std::any_of(removed.begin(), removed.end(), [](const auto& set) { return !set.empty(); })) {
        next.tombstones = six_digits(next.generation);
        const auto path = index_ / "tombstones" / next.tombstones;
        if (auto written = write_tombstones(path, removed); !written) { return written; }
        const auto digest = digest_file(path);
        if (!digest) { return Failure{digest.error()}; }
        next.tombstones_digest = *digest;
    }
    const auto names_size = names_->append_to(index_ / "names");
    if (!names_size) { return Failure{names_size.error()}; }
    const auto names = MappedFile::open(index_ / "names");
    if (!names) { return Failure{names.error()}; }
    next.names = {*names_size, hash_hex(names->bytes().substr(0, *names_size))};

    const auto contents = name_table_contents(index_, next, *names_, removed);
    if (!contents) { return Failure{contents.error()}; }
    const auto table = write_name_table(index_, next, *contents);
    if (!table) { return Failure{table.error()}; }
    next.name_table = *table;

    for (const char* folder : {"segments", "tombstones", "dictionaries", "name-table"}) {
        if (auto synced = sync_path(index_ / folder); !synced) { return synced; }
    }
    if (auto written = write_file(index_ / next.file_name(), to_json(next)); !written) {
        return written;
    }
    // What CURRENT will name has to be there before it does.
    if (auto synced = sync_path(index_); !synced) { return synced; }
    return replace_file(index_ / "CURRENT", current_line(next));
}

Status IndexWriter::publish()
{
    const bool has_articles = builder_ && builder_->articles() > 0;
    const bool is_first = !snapshot_;
    if (!has_articles && !removals_pending_ && !sources_pending_ && !is_first) { return Done{}; }

    Manifest next = manifest_;
    std::vector<ArticleSet> removed = removed_;
    if (has_articles) {
        if (auto sealed = seal_segment(next); !sealed) { return sealed; }
        removed.push_back(builder_removed_);
    }
    if (auto written = write_generation(next, removed); !written) { return written; }
    builder_.reset();
    building_.clear();
    removals_pending_ = sources_pending_ = false;
    if (auto opened = reopen(); !opened) { return opened; }

    return merge_while_needed();
}

/// Each merge is a publication of its own: it changes no answer.
Status IndexWriter::merge_while_needed()
{
    for (;;) {
        std::vector<SegmentWeight> weights;
        for (std::size_t i = 0; i < removed_.size(); ++i) {
            weights.push_back({.text_bytes = manifest_.segments[i].text_bytes,
                               .articles = manifest_.segments[i].articles,
                               .removed = removed_[i].count()});
        }
        const auto chosen = choose_merge(weights);
        if (chosen.empty()) { break; }
        if (auto merged = merge_and_publish(chosen); !merged) { return merged; }
    }
    collect_garbage();
    return Done{};
}

Status IndexWriter::merge_and_publish(const std::vector<std::size_t>& chosen)
{
    Manifest next = manifest_;
    std::vector<ArticleSet> removed = removed_;
    if (auto merged = merge(chosen, next, removed); !merged) { return merged; }
    if (auto written = write_generation(next, removed); !written) { return written; }
    return reopen();
}

Result<bool> IndexWriter::merge_all()
{
    if (auto published = publish(); !published) { return Failure{published.error()}; }
    std::vector<std::size_t> all(removed_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    if (all.empty() || (all.size() == 1 && removed_.front().empty())) { return false; }
    if (auto merged = merge_and_publish(all); !merged) { return Failure{merged.error()}; }
    collect_garbage();
    return true;
}

}  // namespace dateline::indexer
