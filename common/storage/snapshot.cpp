#include "common/storage/snapshot.hpp"

#include "common/storage/section_file.hpp"
#include "common/storage/terms.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace dateline {
namespace {

/// A writer may delete a generation between the reading of CURRENT and the lock; then there is a
/// newer one.
constexpr int kOpenAttempts = 20;

Failure no_index(const std::filesystem::path& index)
{
    return fail(ErrorKind::IndexMissing, "there is no index at '" + index.string() + "'",
                "make one with: dateline-index add --index " + index.string() + " PATH…");
}

/// What CURRENT says, see current_line(). Schema 1 had no hash.
struct Current {
    std::string manifest{};
    std::string hash{};

    friend bool operator==(const Current&, const Current&) = default;
};

Result<Current> read_current(const std::filesystem::path& index)
{
    std::error_code problem;
    if (!std::filesystem::exists(index / "CURRENT", problem)) {
        if (!problem) { return no_index(index); }
        return io_failure("read", index, problem.value());
    }
    const auto file = MappedFile::open(index / "CURRENT");
    if (!file) { return Failure{file.error()}; }
    std::string_view line = file->bytes();
    if (!line.starts_with("manifest-") || line.find('/') != std::string_view::npos ||
        !line.ends_with('\n')) {
        return damaged(index / "CURRENT", "it names no manifest");
    }
    line.remove_suffix(1);
    const auto blank = line.find(' ');
    return Current{std::string{line.substr(0, blank)},
                   std::string{blank == line.npos ? "" : line.substr(blank + 1)}};
}

/// The manifest that CURRENT names, if its bytes are those that were published.
Result<Manifest> read_manifest(const std::filesystem::path& index, const Current& current,
                               Versions wanted)
{
    const auto path = index / current.manifest;
    const auto file = MappedFile::open(path);
    if (!file) { return Failure{file.error()}; }
    auto manifest = parse_manifest(file->bytes(), path, wanted);
    const bool is_older =
        manifest ? manifest->versions.schema == 1 : manifest.error().kind == ErrorKind::IndexSchema;
    if (hash_hex(file->bytes()) == current.hash || (is_older && current.hash.empty())) {
        return manifest;
    }
    return damaged(path, "it is not the one that CURRENT names");
}

/// Opens a manifest under a shared lock; no lock if a writer has just deleted it.
std::optional<LockedFile> lock_file(const std::filesystem::path& path)
{
    LockedFile file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.descriptor() < 0) { return {}; }
    int locked = 0;
    do {
        locked = ::flock(file.descriptor(), LOCK_SH);
    } while (locked != 0 && errno == EINTR);
    struct stat about {};
    const bool is_there =
        locked == 0 && ::fstat(file.descriptor(), &about) == 0 && about.st_nlink > 0;
    if (!is_there) { return {}; }
    return file;
}

/// Whether a file seems to be the one that was published: to hash it all takes too long at each
/// opening.
Status check_file(const std::filesystem::path& path, const FileDigest& published)
{
    std::error_code problem;
    const std::uint64_t size = std::filesystem::file_size(path, problem);
    if (problem == std::errc::no_such_file_or_directory) { return damaged(path, "it is missing"); }
    if (problem) { return io_failure("read", path, problem.value()); }
    if (size != published.size) {
        return damaged(path, "it has " + std::to_string(size) + " bytes, not " +
                                 std::to_string(published.size));
    }
    if (published.ends.empty()) { return Done{}; }
    const auto ends = digest_ends(path);
    if (!ends) { return Failure{ends.error()}; }
    if (*ends == published.ends) { return Done{}; }
    return damaged(path, "it is not what was published");
}

Result<Segment> open_segment(const std::filesystem::path& folder, const SegmentEntry& entry,
                             Dictionaries& dictionaries)
{
    auto postings = Postings::open(folder / "postings");
    if (!postings) { return Failure{postings.error()}; }
    auto tokens = TokensReader::open(folder / "tokens");
    if (!tokens) { return Failure{tokens.error()}; }
    auto vocabulary = Vocabulary::open(folder / "vocabulary");
    if (!vocabulary) { return Failure{vocabulary.error()}; }
    auto columns = Columns::open(folder / "columns");
    if (!columns) { return Failure{columns.error()}; }
    auto bodies = Bodies::open(folder / "bodies", dictionaries);
    if (!bodies) { return Failure{bodies.error()}; }
    const bool agree =
        columns->articles() == entry.articles && tokens->articles() == entry.articles &&
        bodies->articles() == entry.articles && postings->articles() == entry.articles;
    if (!agree) { return damaged(folder, "its files are about different numbers of articles"); }
    return Segment{entry.name,           entry.words,        entry.text_bytes,
                   *std::move(postings), *std::move(tokens), *std::move(vocabulary),
                   *std::move(columns),  *std::move(bodies), ArticleSet{entry.articles}};
}

/// The first article with the term that is not removed, by index.
std::optional<std::size_t> find_live(const Segment& segment, std::string_view term)
{
    auto list = segment.postings.find(term);
    for (; list && list->doc() != PostingList::kEnd; list->next()) {
        const std::size_t index = list->doc() - 1;
        if (!segment.removed.contains(index)) { return index; }
    }
    return {};
}

}  // namespace

LockedFile::LockedFile(LockedFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1))
{
}

LockedFile& LockedFile::operator=(LockedFile&& other) noexcept
{
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

LockedFile::~LockedFile()
{
    if (descriptor_ >= 0) { ::close(descriptor_); }
}

Result<LockedManifest> lock_manifest(const std::filesystem::path& index, Versions wanted)
{
    Current last;
    for (int attempt = 0; attempt < kOpenAttempts; ++attempt) {
        auto current = read_current(index);
        if (!current) { return Failure{current.error()}; }
        auto lock = lock_file(index / current->manifest);
        if (!lock && attempt + 1 == kOpenAttempts && last != *current) {
            return fail(ErrorKind::IndexLocked,
                        "the index '" + index.string() + "' changes faster than it can be opened",
                        "try again");
        }
        last = *std::move(current);
        if (!lock) { continue; }
        auto manifest = read_manifest(index, last, wanted);
        if (!manifest) { return Failure{manifest.error()}; }
        return LockedManifest{*std::move(lock), *std::move(manifest)};
    }
    return fail(ErrorKind::IndexDamaged,
                "the manifest that '" + (index / "CURRENT").string() + "' names is missing",
                "check the index with dateline-index verify");
}

Result<Snapshot> Snapshot::open(const std::filesystem::path& index)
{
    auto locked = lock_manifest(index);
    if (!locked) { return Failure{locked.error()}; }
    return open(index, *std::move(locked));
}

Result<Snapshot> Snapshot::open(const std::filesystem::path& index, LockedManifest locked)
{
    Snapshot snapshot;
    snapshot.path_ = index;
    snapshot.lock_ = std::move(locked.lock);
    snapshot.manifest_ = std::move(locked.manifest);
    if (auto opened = snapshot.open_segments(); !opened) { return Failure{opened.error()}; }
    return snapshot;
}

Status Snapshot::open_segments()
{
    auto names =
        NameTable::open(name_table_path(path_, manifest_), path_ / "names", manifest_.names.size);
    if (!names) { return Failure{names.error()}; }
    names_ = *std::move(names);
    dictionaries_ = std::make_unique<Dictionaries>(path_ / "dictionaries");
    std::vector<std::size_t> sizes;
    for (const auto& [id, published] : manifest_.dictionaries) {
        const auto whole = check_file(path_ / "dictionaries" / id, published);
        if (!whole) { return whole; }
    }
    for (const SegmentEntry& entry : manifest_.segments) {
        const auto folder = path_ / "segments" / entry.name;
        for (const auto& [name, published] : entry.files) {
            if (auto whole = check_file(folder / name, published); !whole) { return whole; }
        }
        auto segment = open_segment(folder, entry, *dictionaries_);
        if (!segment) { return Failure{segment.error()}; }
        segments_.push_back(*std::move(segment));
        sizes.push_back(entry.articles);
    }
    if (manifest_.tombstones.empty()) { return Done{}; }
    auto removed = read_tombstones(path_ / "tombstones" / manifest_.tombstones, sizes);
    if (!removed) { return Failure{removed.error()}; }
    auto sets = *std::move(removed);
    for (std::size_t i = 0; i < segments_.size(); ++i) {
        segments_[i].removed = std::move(sets[i]);
    }
    return Done{};
}

Result<std::optional<Snapshot::Place>> Snapshot::find(std::string_view id) const
{
    const std::string term = id_term(id);
    for (std::size_t s = segments_.size(); s-- > 0;) {
        const auto index = find_live(segments_[s], term);
        if (auto read = segments_[s].postings.status(); !read) { return Failure{read.error()}; }
        if (index) { return std::optional{Place{s, *index}}; }
    }
    return std::optional<Place>{};
}

Result<Snapshot> open_with_people(const std::filesystem::path& index,
                                  const std::filesystem::path& people)
{
    auto snapshot = Snapshot::open(index);
    if (!snapshot) { return snapshot; }
    std::error_code none;
    if (people.empty() && !std::filesystem::exists(ledger_path(index), none)) {
        if (none) { return io_failure("read", ledger_path(index), none.value()); }
        return snapshot;
    }
    auto ledger = Ledger::read(people.empty() ? ledger_path(index) : people);
    if (!ledger) { return Failure{ledger.error()}; }
    Snapshot opened = *std::move(snapshot);
    opened.apply(*std::move(ledger));
    return opened;
}

}  // namespace dateline
