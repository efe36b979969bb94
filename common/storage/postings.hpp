// A segment's postings: term → the articles that have it, and how often.
//
// They are a Xapian glass database, written by the indexer and read here from the mapped file. The
// bytes may be anything: what cannot be ends the list that it is in, and status() tells.
#pragma once

#include "common/storage/glass_reader.hpp"

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// The articles of one list, in order. It stands at the first when it is made.
class PostingList {
  public:
    /// What doc() says at the end.
    static constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();

    PostingList(PostingList&&) = default;  // no copies: it may stand in bytes of its own
    PostingList& operator=(PostingList&&) = default;
    ~PostingList() = default;

    /// The article at which it stands: its index + 1; kEnd at the end or where damage begins.
    [[nodiscard]] std::uint32_t doc() const { return doc_; }

    /// How many articles it says it has; 0 for the list of lengths.
    [[nodiscard]] std::uint32_t frequency() const { return frequency_; }

    /// How often they have the term together, it says.
    [[nodiscard]] std::uint64_t occurrences() const { return occurrences_; }

    /// How often the article at which it stands has the term; 0 for terms of fields.
    [[nodiscard]] std::uint32_t count() const;

    /// Goes to the first article ≥ `target`; stays where it is if it stands there or further on.
    void advance(std::uint32_t target)
    {
        if (target <= doc_) { return; }
        if (target > last_) {
            leap(target);
        } else {
            walk(target);
        }
    }

    void next() { advance(doc_ + 1); }

  private:
    friend class Postings;
    friend class TermCursor;

    /// Of the list whose first chunk the cursor is at. Chunks behind it are filed under
    /// `later_key` and their first article.
    PostingList(GlassCursor cursor, std::string later_key);
    void read_first_chunk();
    bool read_next_chunk();
    bool read_chunk(std::string_view bytes, std::uint32_t first);
    bool enter_chunk();
    bool seek_chunk(std::uint32_t target);
    void leap(std::uint32_t target);
    void walk(std::uint32_t target);
    void end();
    void stop();

    GlassCursor cursor_;
    std::string later_key_;
    const unsigned char* at_ = nullptr;   ///< count of the article at which it stands
    const unsigned char* end_ = nullptr;  ///< of the chunk
    std::uint32_t doc_ = kEnd;
    std::uint32_t last_ = 0;  ///< article of the chunk
    std::uint32_t frequency_ = 0;
    std::uint64_t occurrences_ = 0;
    bool is_last_chunk_ = true;
};

/// The terms of a segment in the order of their keys.
class TermCursor {
  public:
    /// Goes to the first term, then to the next; false at the end.
    bool next();

    /// Goes to the first term that is `term` or sorts after it; false if there is none.
    bool seek(std::string_view term);

    /// The term's glass_key(); lies in the file.
    [[nodiscard]] std::string_view key() const { return cursor_.key(); }
    [[nodiscard]] std::string term() const;
    [[nodiscard]] PostingList list() const;

  private:
    friend class Postings;
    explicit TermCursor(const GlassTable& table) : cursor_(table) {}

    GlassCursor cursor_;
    bool has_begun_ = false;
};

/// Lists and cursors must not outlive it; it may be moved meanwhile. Reading is thread-safe.
class Postings {
  public:
    /// Opens a database's folder. Fails with IndexDamaged if it is none, or of another version
    /// than ours, or cut short.
    static Result<Postings> open(const std::filesystem::path& folder);

    /// They are numbered from 1.
    [[nodiscard]] std::uint32_t articles() const { return table_->version().articles; }

    /// Of the articles, in words.
    [[nodiscard]] std::uint64_t total_length() const { return table_->version().total_length; }

    /// Nothing if no article has the term.
    [[nodiscard]] std::optional<PostingList> find(std::string_view term) const;

    /// How many articles have the term.
    [[nodiscard]] std::uint32_t frequency(std::string_view term) const;

    [[nodiscard]] TermCursor terms() const { return TermCursor{*table_}; }

    /// Every article with the sum of its terms' counts: its length as Xapian knows it.
    [[nodiscard]] std::optional<PostingList> lengths() const;

    void forget() const { table_->forget(); }  ///< see MappedFile

    /// Fails with IndexDamaged if anything read so far, by whichever list, could not be.
    [[nodiscard]] Status status() const;

  private:
    Postings(std::filesystem::path folder, std::unique_ptr<const GlassTable> table)
        : folder_(std::move(folder)), table_(std::move(table))
    {
    }

    std::filesystem::path folder_;
    std::unique_ptr<const GlassTable> table_;
};

}  // namespace dateline
