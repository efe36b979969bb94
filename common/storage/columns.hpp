// The file `columns`: what is counted, filtered, sorted and weighed by, as arrays over the
// articles.
//
// Magic "DLCOLUM2"; an article's index is its docid - 1. Sections:
//   0  u32 length in words (headline words counted as kTitleWeight)
//   1  i32 first day of the publication date since 1970-01-01, kUndated without one
//   2  u8 precision: 0 day, 1 month, 2 year
//   3  16 bytes content hash (XXH3-128, canonical byte order)
//   then for each field with Column::Ordinals, in the order of kFields:
//   a  u32 offsets into b, for each article and the end
//   b  u32 ordinals into the index's names, ascending within an article
//   c  u32 pairs (ordinal, articles that have it), ascending: the segment's totals
//   and last:
//      u32 pairs (index, generation), ascending: the articles from this index on, up to the next
//      pair's, were first published in this generation; before the first pair nobody knows
#pragma once

#include "common/date.hpp"
#include "common/schema/field.hpp"
#include "common/storage/section_file.hpp"

#include <array>
#include <cassert>
#include <limits>
#include <optional>
#include <string>

namespace dateline {

inline constexpr std::int32_t kUndated = std::numeric_limits<std::int32_t>::min();

/// The days that the column may hold: years 1 to 9999.
inline constexpr std::int32_t kFirstStoredDay = -719162;
inline constexpr std::int32_t kLastStoredDay = 2932896;

using ContentHash = std::array<char, 16>;

/// Of an article that was there before its generation was noted.
inline constexpr std::uint32_t kUnknownGeneration = 0;

/// How many fields keep ordinals, and which of them `id` is (from 0).
constexpr std::size_t ordinal_column(FieldId id)
{
    assert(field(id).column == Column::Ordinals);
    std::size_t index = 0;
    for (const Field& f : kFields) {
        if (f.id == id) { return index; }
        index += f.column == Column::Ordinals ? 1 : 0;
    }
    return index;
}
inline constexpr std::size_t kOrdinalColumns = [] {
    std::size_t count = 0;
    for (const Field& f : kFields) { count += f.column == Column::Ordinals ? 1 : 0; }
    return count;
}();

/// One article's row.
struct ColumnRow {
    std::uint32_t length = 0;
    std::optional<Date> date{};
    ContentHash hash{};
    std::array<std::vector<std::uint32_t>, kOrdinalColumns> ordinals{};  ///< ascending, no doubles
    std::uint32_t added = kUnknownGeneration;  ///< the generation that first had the article
};

/// A name's ordinal and how many articles of the segment have it.
struct OrdinalTotal {
    std::uint32_t ordinal = 0;
    std::uint32_t articles = 0;
};

/// From this article on, up to the next run's, all were first published in this generation. One
/// publication is one run, but for articles that replaced others, which keep theirs.
struct AddedRun {
    std::uint32_t first = 0;
    std::uint32_t generation = kUnknownGeneration;
};

/// The lists of ordinals of one field, for loops over many articles.
class OrdinalLists {
  public:
    OrdinalLists(std::span<const std::uint32_t> offsets, std::span<const std::uint32_t> values)
        : offsets_(offsets), values_(values)
    {
    }

    /// Of an article; empty if there is none of that index or its list lies outside.
    [[nodiscard]] std::span<const std::uint32_t> of(std::size_t index) const
    {
        if (offsets_.size() < 2 || index > offsets_.size() - 2) { return {}; }
        const std::uint32_t begin = offsets_[index];
        const std::uint32_t end = offsets_[index + 1];
        if (begin > end || end > values_.size()) { return {}; }
        return values_.subspan(begin, end - begin);
    }

  private:
    std::span<const std::uint32_t> offsets_;
    std::span<const std::uint32_t> values_;
};

/// Collects rows and writes them at the end: a segment's columns fit into memory.
class ColumnsWriter {
  public:
    void add(const ColumnRow& row);
    [[nodiscard]] std::size_t articles() const { return lengths_.size(); }
    Status write(const std::filesystem::path& path) const;

  private:
    struct Ordinals {
        std::vector<std::uint32_t> offsets{0};
        std::vector<std::uint32_t> values{};
    };

    std::vector<std::uint32_t> lengths_{};
    std::vector<std::int32_t> days_{};
    std::vector<std::uint8_t> precisions_{};
    std::vector<ContentHash> hashes_{};
    std::array<Ordinals, kOrdinalColumns> ordinals_{};
    std::vector<AddedRun> added_{};
};

/// The columns of a segment, mapped. Indexes are docid - 1 and checked by the accessors; the raw
/// arrays (all of articles() length) are for loops that stay inside.
class Columns {
  public:
    /// Fails with IndexDamaged if the arrays do not have one length; reads no more than that. A
    /// list of ordinals that lies outside is empty.
    static Result<Columns> open(const std::filesystem::path& path);

    [[nodiscard]] std::size_t articles() const { return lengths_.size(); }
    [[nodiscard]] std::span<const std::uint32_t> lengths() const { return lengths_; }
    [[nodiscard]] std::span<const std::int32_t> days() const { return days_; }
    [[nodiscard]] std::span<const std::uint8_t> precisions() const { return precisions_; }
    [[nodiscard]] std::optional<Date> date(std::size_t index) const;
    [[nodiscard]] ContentHash hash(std::size_t index) const;
    /// The generation that first had the article, kUnknownGeneration if that was not noted.
    [[nodiscard]] std::uint32_t added(std::size_t index) const;
    [[nodiscard]] std::span<const AddedRun> added_runs() const { return added_; }
    [[nodiscard]] std::span<const std::uint32_t> ordinals(FieldId field, std::size_t index) const;
    [[nodiscard]] OrdinalLists lists(FieldId field) const;
    [[nodiscard]] std::span<const OrdinalTotal> totals(FieldId field) const;

    /// The row of an article, for merging.
    [[nodiscard]] ColumnRow row(std::size_t index) const;
    void forget() const { file_.forget(); }  ///< see MappedFile

  private:
    explicit Columns(SectionFile file);

    struct Ordinals {
        std::span<const std::uint32_t> offsets{};
        std::span<const std::uint32_t> values{};
        std::span<const OrdinalTotal> totals{};
    };

    SectionFile file_;
    std::span<const std::uint32_t> lengths_;
    std::span<const std::int32_t> days_;
    std::span<const std::uint8_t> precisions_;
    std::span<const ContentHash> hashes_;
    std::span<const AddedRun> added_;
    std::array<Ordinals, kOrdinalColumns> ordinals_{};
};

}  // namespace dateline
