// The writer of an index: adds, replaces and removes articles, and publishes generations.
#pragma once

#include "common/storage/snapshot.hpp"
#include "indexer/segment/segment_builder.hpp"
#include "indexer/write_lock.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dateline::indexer {

/// What an added article replaced.
enum class Replacement {
    None,
    Earlier,  ///< an article of the same id and other content, from an earlier run
    Own,      ///< one that this same run had added
};

/// One process at a time: the lock file sees to it. Nothing it does can be seen by readers until
/// publish() has replaced CURRENT; a crash at any moment leaves the last generation.
class IndexWriter {
  public:
    /// Opens or makes the index, and throws away what an interrupted run left. Fails with
    /// IndexLocked (naming the process), IndexSchema, IndexDamaged or Io; and with IndexMissing if
    /// the folder is there, not empty, and no index.
    static Result<std::unique_ptr<IndexWriter>> open(const std::filesystem::path& index,
                                                     IfLocked if_locked = IfLocked::Leave);

    /// Whether an article of this id and content is there already, so that its analysis can be
    /// spared. `hash` is its content_hash().
    Result<bool> has(const Article& article, const ContentHash& hash);

    /// Adds an analyzed article that has() does not know, its words being those of title and body.
    /// One that replaces another is as old as that (ColumnRow::added); else it was first in
    /// generation `added`, or without one in the next. `record` is as for
    /// SegmentBuilder::add(). InputFormat: the article cannot be indexed, everything else goes on.
    Result<Replacement> add(const AnalyzedArticle& analyzed, const TokenList& title,
                            const TokenList& body, std::string record = {},
                            std::optional<std::uint32_t> added = {});

    /// Lets a new index go on with the generations of the one that it is made from. Whether its
    /// generations are those of the old one: also true if it was begun so and interrupted.
    bool continue_from(const Manifest& old);

    /// Removes an article by its id; whether it was there.
    Result<bool> remove(std::string_view id);

    /// The dump that the published article of that id came from; nothing if there is none.
    [[nodiscard]] Result<std::optional<std::string>> file_of(std::string_view id) const;

    /// Notes that a dump was read, for `info`.
    void note_source(std::string source);

    /// Text that is added but not published, in bytes.
    [[nodiscard]] std::uint64_t pending_bytes() const
    {
        return builder_ ? builder_->text_bytes() : 0;
    }

    /// Makes everything visible at once, if there is anything; merges segments when they are many.
    Status publish();

    /// Publishes, and makes one segment of all. Whether there was anything to do.
    Result<bool> merge_all();

    [[nodiscard]] const std::filesystem::path& path() const { return index_; }

    [[nodiscard]] const Manifest& manifest() const { return manifest_; }

  private:
    /// An article of the segment that is being built.
    struct Pending {
        std::size_t index = 0;
        ContentHash hash{};
        std::uint32_t added = kUnknownGeneration;
    };

    explicit IndexWriter(std::filesystem::path index) : index_(std::move(index)) {}
    Status prepare();
    Status begin_segment();
    [[nodiscard]] Result<DictionaryChoice> choose_dictionary() const;
    Status reopen();
    Status seal_segment(Manifest& next);
    Status merge(const std::vector<std::size_t>& chosen, Manifest& next,
                 std::vector<ArticleSet>& removed);
    Status merge_and_publish(const std::vector<std::size_t>& chosen);
    Status merge_while_needed();
    Status write_generation(Manifest& next, const std::vector<ArticleSet>& removed);
    Status keep_dictionary(Manifest& next);
    void collect_garbage() const;
    /// Where a live article of that id is: in the snapshot, or in the segment being built.
    Result<std::optional<Snapshot::Place>> find_published(std::string_view id) const;
    [[nodiscard]] std::filesystem::path building_folder() const;
    void remove_published(const Snapshot::Place& place);

    std::filesystem::path index_;
    LockedFile lock_{};
    Manifest manifest_{};
    std::optional<Snapshot> snapshot_{};
    std::vector<ArticleSet> removed_{};  ///< of each published segment, including what is pending
    bool removals_pending_ = false;
    bool sources_pending_ = false;
    std::optional<NamesWriter> names_{};
    std::unique_ptr<SegmentBuilder> builder_{};
    ArticleSet builder_removed_{};
    std::unordered_map<std::string, Pending> building_{};  ///< by id
    std::unordered_set<std::uint64_t> own_ids_{};  ///< hashes of the ids that this run added
};

}  // namespace dateline::indexer
