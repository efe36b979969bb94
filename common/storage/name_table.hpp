// The files name-table/<generation>: what a reader wants to know of each name, so that opening an
// index with a million names reads none of them.
//
// Magic "DLNAMET2"; for each field with Column::Ordinals, in the order of kFields, sections by
// ordinal:
//   a  u64 where its record begins in the file `names`
//   b  u32 group: the ordinal of the first of the spellings that are one name; of people, that are
//      one person's (common/people/person_groups.hpp)
//   c  u32 live articles that have it in this generation
//   d  u32 shown: of its group, the spelling that most articles have, on a tie the one with
//   accents,
//      then the one that comes first in byte order
// and of people only (empty for others)
//   e  u8 GroupRule: why it is in its group
//   f  u32 the low half of XXH3 over name_key() of each spelling, ascending
//   g  u32 the ordinals that these belong to
#pragma once

#include "common/people/person_groups.hpp"
#include "common/schema/field.hpp"
#include "common/storage/columns.hpp"
#include "common/storage/manifest.hpp"
#include "common/storage/name_changes.hpp"
#include "common/storage/names.hpp"
#include "common/storage/section_file.hpp"
#include "common/storage/tombstones.hpp"

#include <array>
#include <memory>
#include <vector>

namespace dateline {

/// The names of one field. Whatever the bytes are, all stays inside the files.
class NameColumn {
  public:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }
    /// Lies in the file, or in the ledger; "" if there is no such ordinal.
    [[nodiscard]] std::string_view spelling(std::uint32_t ordinal) const;
    /// The same number for all names of one person; kNobody for what a ledger says is none.
    [[nodiscard]] std::uint32_t group(std::uint32_t ordinal) const
    {
        return changes_ && ordinal < size() ? place(ordinal).group : at(groups_, ordinal);
    }
    /// The spelling that is shown for its group; at or behind size() it is the ledger's.
    [[nodiscard]] std::uint32_t shown(std::uint32_t ordinal) const
    {
        return changes_ && ordinal < size() ? place(ordinal).shown : at(shown_, ordinal);
    }
    /// Of a person's name: why it is in its group.
    [[nodiscard]] GroupRule rule(std::uint32_t ordinal) const
    {
        return ordinal < rules_.size() ? info(static_cast<GroupRule>(rules_[ordinal])).rule
                                       : GroupRule::Own;
    }
    /// The spellings of a person's name under one name_key(); ascending.
    [[nodiscard]] std::vector<std::uint32_t> with_key(std::string_view key) const;
    /// What a ledger changes; null if there is none.
    [[nodiscard]] const NameChanges* changes() const { return changes_.get(); }
    [[nodiscard]] std::uint32_t articles(std::uint32_t ordinal) const
    {
        return ordinal < articles_.size() ? articles_[ordinal] : 0;
    }

  private:
    friend class NameTable;
    [[nodiscard]] NameChanges::Place place(std::uint32_t ordinal) const
    {
        return changes_->of(ordinal, {at(groups_, ordinal), at(shown_, ordinal)});
    }
    /// An ordinal; 0 instead of one that there is none of.
    [[nodiscard]] std::uint32_t at(std::span<const std::uint32_t> column,
                                   std::uint32_t ordinal) const
    {
        return ordinal < column.size() && column[ordinal] < size() ? column[ordinal] : 0;
    }

    std::string_view names_{};
    std::span<const std::uint64_t> places_{};
    std::span<const std::uint32_t> groups_{};
    std::span<const std::uint32_t> articles_{};
    std::span<const std::uint32_t> shown_{};
    std::span<const std::uint8_t> rules_{};
    std::span<const std::uint32_t> hashes_{};
    std::span<const std::uint32_t> by_hash_{};
    std::shared_ptr<const NameChanges> changes_{};
};

/// What such a file holds, by field and ordinal.
struct NameTableContents {
    struct Column {
        std::vector<std::uint64_t> places{};
        std::vector<std::uint32_t> groups{};
        std::vector<std::uint32_t> articles{};
        std::vector<std::uint32_t> shown{};
        std::vector<std::uint8_t> rules{};
        std::vector<std::uint32_t> hashes{};
        std::vector<std::uint32_t> by_hash{};
    };
    std::array<Column, kOrdinalColumns> columns{};
};

class NameTable {
  public:
    /// Of `names`, the first `names_size` bytes count. Fails with IndexDamaged if its columns
    /// differ in length.
    static Result<NameTable> open(const std::filesystem::path& table,
                                  const std::filesystem::path& names, std::uint64_t names_size);

    /// Of a field with Column::Ordinals.
    [[nodiscard]] const NameColumn& of(FieldId field) const
    {
        return columns_[ordinal_column(field)];
    }
    /// Lays a ledger over the people, once.
    void apply(Ledger ledger);
    /// Whether it is what this would be written as.
    [[nodiscard]] bool holds(const NameTableContents& contents) const;

  private:
    MappedFile names_{};
    SectionFile file_{};
    std::array<NameColumn, kOrdinalColumns> columns_{};
};

/// Counts what the table of a manifest has to hold; its segments and names are there already, and
/// `removed` is what is removed of each segment. Fails with Io or IndexDamaged.
Result<NameTableContents> name_table_contents(const std::filesystem::path& index,
                                              const Manifest& manifest, const NamesWriter& names,
                                              const std::vector<ArticleSet>& removed);

/// Writes name-table/<generation>. Fails with Io.
Result<FileDigest> write_name_table(const std::filesystem::path& index, const Manifest& manifest,
                                    const NameTableContents& contents);

/// Where the table of a generation is.
std::filesystem::path name_table_path(const std::filesystem::path& index, const Manifest& manifest);

}  // namespace dateline
