#include "indexer/writer.hpp"

#include "indexer/index_folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <xxhash.h>

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kFirstDictionaryId = 32768;  // smaller ids are reserved by zstd's format

std::uint64_t id_hash(std::string_view id) { return XXH3_64bits(id.data(), id.size()); }

}  // namespace

Result<std::unique_ptr<IndexWriter>> IndexWriter::open(const std::filesystem::path& index,
                                                       IfLocked if_locked)
{
    if (auto checked = make_index_folder(index); !checked) { return Failure{checked.error()}; }
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

}  // namespace dateline::indexer
