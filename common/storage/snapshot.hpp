// A snapshot: one generation of an index, opened to be read while writers go on.
#pragma once

#include "common/storage/bodies.hpp"
#include "common/storage/columns.hpp"
#include "common/storage/manifest.hpp"
#include "common/storage/name_table.hpp"
#include "common/storage/postings.hpp"
#include "common/storage/tokens.hpp"
#include "common/storage/tombstones.hpp"
#include "common/storage/vocabulary.hpp"

#include <memory>

namespace dateline {

/// One segment of a snapshot. Articles are numbered by index = docid - 1.
struct Segment {
    std::string name;
    std::uint64_t words;       ///< the sum of the length column
    std::uint64_t text_bytes;  ///< of headlines and bodies
    Postings postings;
    TokensReader tokens;
    Vocabulary vocabulary;
    Columns columns;
    Bodies bodies;
    ArticleSet removed;

    [[nodiscard]] std::size_t articles() const { return columns.articles(); }

    /// Gives back the memory of what was read of its large files, see MappedFile.
    void forget() const
    {
        postings.forget();
        tokens.forget();
        columns.forget();
        bodies.forget();
    }
};

/// A file descriptor that holds a lock until it goes.
class LockedFile {
  public:
    explicit LockedFile(int descriptor = -1) : descriptor_(descriptor) {}
    LockedFile(LockedFile&& other) noexcept;
    LockedFile& operator=(LockedFile&& other) noexcept;
    ~LockedFile();
    [[nodiscard]] int descriptor() const { return descriptor_; }

  private:
    int descriptor_;
};

/// A manifest under the shared lock that keeps its files.
struct LockedManifest {
    LockedFile lock;
    Manifest manifest;
};

/// The manifest that CURRENT names, without opening what it names. Fails with IndexMissing,
/// IndexSchema, IndexDamaged or Io; with IndexLocked (try again) if writers are too fast for it.
Result<LockedManifest> lock_manifest(const std::filesystem::path& index,
                                     Versions wanted = Versions::Own);

/// Nothing in it changes, and its files stay, as long as the object lives (a shared lock on the
/// manifest sees to that). Reading is thread-safe, and must stay so: searches have helpers.
class Snapshot {
  public:
    /// Opens what CURRENT names. Fails as lock_manifest() does.
    static Result<Snapshot> open(const std::filesystem::path& index);
    /// Opens what a manifest names. If it comes without a lock, the caller keeps the files there.
    static Result<Snapshot> open(const std::filesystem::path& index, LockedManifest locked);

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] const Manifest& manifest() const { return manifest_; }
    [[nodiscard]] const NameTable& names() const { return names_; }
    /// Lays a ledger over its people: before it is read.
    void apply(Ledger ledger) { names_.apply(std::move(ledger)); }
    [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }

    /// Where an article is, if it is there and not removed.
    struct Place {
        std::size_t segment;
        std::size_t index;
    };
    [[nodiscard]] Result<std::optional<Place>> find(std::string_view id) const;

  private:
    Snapshot() = default;
    Status open_segments();

    std::filesystem::path path_{};
    LockedFile lock_{};
    Manifest manifest_{};
    NameTable names_{};
    std::unique_ptr<Dictionaries> dictionaries_{};
    std::vector<Segment> segments_{};
};

/// Opens an index with a ledger over its people: `people`, or without one (an empty path) that of
/// the index, if it has one. Fails as Snapshot::open() and Ledger::read() do.
Result<Snapshot> open_with_people(const std::filesystem::path& index,
                                  const std::filesystem::path& people);

}  // namespace dateline
