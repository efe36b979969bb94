#include "indexer/writer.hpp"

#include "common/storage/section_file.hpp"
#include "indexer/integrity.hpp"
#include "indexer/segment/merge.hpp"
#include "indexer/segment/merge_policy.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <numeric>
#include <xxhash.h>

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kFirstDictionaryId = 32768;  // smaller ids are reserved by zstd's format

std::uint64_t id_hash(std::string_view id) { return XXH3_64bits(id.data(), id.size()); }

bool is_six_digits(const std::string& name)
{
    return name.size() >= 6 && name.find_first_not_of("0123456789") == std::string::npos;
}

/// Whether everything in the folder is what a writer puts into an index, and nothing a person did.
Result<bool> holds_only_ours(const std::filesystem::path& index)
{
    static constexpr auto kOurs = std::to_array<std::string_view>(
        {"CURRENT", "boilerplate.tsv", "dictionaries", "lock", "name-table", "names", "people.tsv",
         "saved.tsv", "segments", "tombstones", "work"});
    const auto entries = list_folder(index);
    if (!entries) { return Failure{entries.error()}; }
    for (const auto& entry : *entries) {
        const std::string name = entry.filename().string();
        if (name.starts_with("manifest-")) { continue; }
        const bool is_unfinished = entry.extension() == ".new";
        const std::string whole = is_unfinished ? entry.stem().string() : name;
        if (std::find(kOurs.begin(), kOurs.end(), whole) == kOurs.end()) { return false; }
        if (name != "work" && name != "segments" && name != "tombstones" && name != "name-table") {
            continue;
        }
        const auto inside = list_folder(entry);
        if (!inside) { return Failure{inside.error()}; }
        for (const auto& part : *inside) {
            if (!is_six_digits(part.filename().string())) { return false; }
        }
    }
    return true;
}

/// An index may be made in a new or empty folder, not amid a person's other files.
Status check_folder(const std::filesystem::path& index)
{
    std::error_code problem;
    const bool is_new = std::filesystem::create_directories(index, problem);
    if (problem) {
        Failure failure = io_failure("make the folder", index, problem.value());
        if (failure.error.hint.empty()) {
            failure.error.hint = "name a folder that can be written with --index";
        }
        return failure;
    }
    if (is_new) {
        return sync_path(std::filesystem::absolute(index / "..", problem).lexically_normal());
    }
    const auto ours = holds_only_ours(index);
    if (!ours) { return Failure{ours.error()}; }
    if (*ours) { return Done{}; }
    return fail(ErrorKind::IndexMissing,
                "the folder '" + index.string() + "' holds other files and is no index",
                "name a new or an empty folder with --index");
}

}  // namespace

Result<std::unique_ptr<IndexWriter>> IndexWriter::open(const std::filesystem::path& index,
                                                       IfLocked if_locked)
{
    if (auto checked = check_folder(index); !checked) { return Failure{checked.error()}; }
    auto lock = take_write_lock(index, if_locked);
    if (!lock) { return Failure{lock.error()}; }
    std::unique_ptr<IndexWriter> writer{new IndexWriter{index}};
    writer->lock_ = *std::move(lock);
    if (auto prepared = writer->prepare(); !prepared) { return Failure{prepared.error()}; }
    return writer;
}

Status IndexWriter::prepare()
{
    std::error_code problem;
    std::filesystem::remove_all(index_ / "work", problem);
    for (const char* folder : {"work", "segments", "tombstones", "dictionaries", "name-table"}) {
        if (auto made = make_folders(index_ / folder); !made) { return made; }
    }
    manifest_.versions = own_versions();
    const bool is_there = std::filesystem::exists(index_ / "CURRENT", problem);
    // To take an index for a new one because it cannot be seen would replace it.
    if (problem) { return io_failure("read", index_ / "CURRENT", problem.value()); }
    if (is_there) {
        if (auto opened = reopen(); !opened) { return opened; }
        collect_garbage();
    }
    auto names = NamesWriter::open(index_ / "names", manifest_.names.size);
    if (!names) { return Failure{names.error()}; }
    names_ = *std::move(names);
    return Done{};
}

Status IndexWriter::reopen()
{
    auto snapshot = Snapshot::open(index_);
    if (!snapshot) { return Failure{snapshot.error()}; }
    snapshot_.emplace(*std::move(snapshot));
    manifest_ = snapshot_->manifest();
    removed_.clear();
    for (const Segment& segment : snapshot_->segments()) { removed_.push_back(segment.removed); }
    return Done{};
}

std::filesystem::path IndexWriter::building_folder() const
{
    return index_ / "work" / six_digits(manifest_.next_segment);
}

/// The newest dictionary, and the id of the next.
Result<DictionaryChoice> IndexWriter::choose_dictionary() const
{
    DictionaryChoice choice{.new_id = kFirstDictionaryId};
    for (const auto& [name, digest] : manifest_.dictionaries) {
        const auto id = static_cast<std::uint32_t>(std::strtoul(name.c_str(), nullptr, 10));
        choice.last.id = std::max(choice.last.id, id);
    }
    if (choice.last.id == 0) { return choice; }
    choice.new_id = choice.last.id + 1;
    const auto file = MappedFile::open(index_ / "dictionaries" / std::to_string(choice.last.id));
    if (!file) { return Failure{file.error()}; }
    choice.last.bytes = file->bytes();
    return choice;
}

Status IndexWriter::begin_segment()
{
    auto choice = choose_dictionary();
    if (!choice) { return Failure{choice.error()}; }
    builder_ = std::make_unique<SegmentBuilder>(building_folder(), *names_, *std::move(choice));
    builder_removed_ = ArticleSet{};
    return Done{};
}

Result<std::optional<Snapshot::Place>> IndexWriter::find_published(std::string_view id) const
{
    if (!snapshot_) { return std::optional<Snapshot::Place>{}; }
    const auto place = snapshot_->find(id);
    if (!place) { return Failure{place.error()}; }
    if (*place && removed_[(*place)->segment].contains((*place)->index)) {
        return std::optional<Snapshot::Place>{};
    }
    return *place;
}

Result<bool> IndexWriter::has(const Article& article, const ContentHash& hash)
{
    if (const auto own = building_.find(article.id); own != building_.end()) {
        return own->second.hash == hash;
    }
    const auto place = find_published(article.id);
    if (!place) { return Failure{place.error()}; }
    return *place && snapshot_->segments()[(*place)->segment].columns.hash((*place)->index) == hash;
}

Result<Replacement> IndexWriter::add(const AnalyzedArticle& analyzed, const TokenList& title,
                                     const TokenList& body, std::string record,
                                     std::optional<std::uint32_t> added)
{
    const std::string& id = analyzed.article.id;
    if (!builder_) {
        if (auto begun = begin_segment(); !begun) { return Failure{begun.error()}; }
    }
    const auto own = building_.find(id);
    auto generation = added.value_or(static_cast<std::uint32_t>(manifest_.generation + 1));
    std::optional<Snapshot::Place> published;
    if (own != building_.end()) {
        generation = own->second.added;
    } else {
        const auto place = find_published(id);
        if (!place) { return Failure{place.error()}; }
        published = *place;
    }
    if (published) {
        generation = snapshot_->segments()[published->segment].columns.added(published->index);
    }
    const auto index = builder_->add(analyzed, title, body, std::move(record), generation);
    if (!index) { return Failure{index.error()}; }

    auto replaced = Replacement::None;
    const bool is_own = !own_ids_.insert(id_hash(id)).second;
    if (own != building_.end()) {
        builder_removed_.insert(own->second.index);
        replaced = Replacement::Own;
    } else if (published) {
        remove_published(*published);
        replaced = is_own ? Replacement::Own : Replacement::Earlier;
    }
    building_[id] = {*index, content_hash(analyzed.article), generation};
    return replaced;
}

void IndexWriter::remove_published(const Snapshot::Place& place)
{
    removed_[place.segment].insert(place.index);
    removals_pending_ = true;
}

Result<bool> IndexWriter::remove(std::string_view id)
{
    if (const auto own = building_.find(std::string{id}); own != building_.end()) {
        builder_removed_.insert(own->second.index);
        building_.erase(own);
        return true;
    }
    const auto place = find_published(id);
    if (!place) { return Failure{place.error()}; }
    if (!*place) { return false; }
    remove_published(**place);
    return true;
}

bool IndexWriter::continue_from(const Manifest& old)
{
    if (!snapshot_) {
        manifest_.generation = old.generation;
        manifest_.days = old.days;
        return true;
    }
    return !old.days.empty() && manifest_.generation > old.generation &&
           manifest_.days.size() >= old.days.size() &&
           std::equal(old.days.begin(), old.days.end(), manifest_.days.begin());
}

Result<std::optional<std::string>> IndexWriter::file_of(std::string_view id) const
{
    const auto place = find_published(id);
    if (!place) { return Failure{place.error()}; }
    if (!*place) { return std::optional<std::string>{}; }
    const auto stored = snapshot_->segments()[(*place)->segment].bodies.article((*place)->index);
    if (!stored) { return Failure{stored.error()}; }
    return std::optional<std::string>{stored->article.file};
}

void IndexWriter::note_source(std::string source)
{
    auto& sources = manifest_.sources;
    if (std::find(sources.begin(), sources.end(), source) != sources.end()) { return; }
    sources.push_back(std::move(source));
    sources_pending_ = true;
}

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
