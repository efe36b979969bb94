// The file `names`: the index-wide numbers of people, sources, authors, countries and languages.
//
// Append-only: a number, once given, keeps its meaning, so that segments and facets count numbers
// and merge no strings. Magic "DLNAMES1", then records: varint field, varint distance back to the
// first spelling of the same name (0 if this is it), varint-prefixed string. A name's ordinal is
// its position among the records of its field. The manifest says how many bytes count; those behind
// are ignored, and cut off by the next writer.
#pragma once

#include "common/schema/field.hpp"
#include "common/storage/file.hpp"

#include <array>
#include <functional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline {

/// The names of one field.
struct NameList {
    std::vector<std::string_view> spellings{};  ///< by ordinal
    std::vector<std::uint32_t> group{};         ///< by ordinal: that of the first spelling
    std::vector<std::uint64_t> places{};        ///< by ordinal: where its record begins in the file
};

/// What the file says of a name, but its spelling.
struct NameRow {
    std::uint64_t place = 0;     ///< where its record begins in the file
    std::uint32_t group = 0;     ///< ordinal of the first spelling of the same name
    std::uint32_t accented = 0;  ///< bytes of its spelling that are not ASCII
};

/// The key under which spellings are one name: "Nicolás Maduro" and "Nicolas Maduro" are.
std::string name_key(std::string_view spelling);

/// All names of an index, read in full: what checking and writing need. Readers have NameTable.
class Names {
  public:
    /// Reads the first `size` bytes of the file. Fails with IndexDamaged if they are not whole.
    static Result<Names> open(const std::filesystem::path& path, std::uint64_t size);

    [[nodiscard]] const NameList& of(FieldId field) const
    {
        return lists_[static_cast<std::size_t>(field)];
    }

  private:
    MappedFile file_{};
    std::array<NameList, kFields.size()> lists_{};
};

/// Gives names their numbers, and keeps what is new until it is appended to the file.
class NamesWriter {
  public:
    NamesWriter() = default;
    NamesWriter(NamesWriter&&) = default;
    NamesWriter& operator=(NamesWriter&&) = default;
    NamesWriter(const NamesWriter&) = delete;  // it has views of its own strings
    NamesWriter& operator=(const NamesWriter&) = delete;
    ~NamesWriter() = default;

    /// A writer on an existing list, or on an empty one.
    static Result<NamesWriter> open(const std::filesystem::path& path, std::uint64_t size);

    /// The ordinal of this spelling; a new one if need be.
    std::uint32_t ordinal(FieldId field, std::string_view spelling);

    /// By ordinal.
    [[nodiscard]] std::span<const NameRow> rows(FieldId field) const
    {
        return known_[static_cast<std::size_t>(field)].rows;
    }

    /// By ordinal: the spelling.
    [[nodiscard]] std::span<const std::string_view> spellings(FieldId field) const
    {
        return known_[static_cast<std::size_t>(field)].spellings;
    }

    /// By ordinal: name_key() of the spelling.
    [[nodiscard]] std::span<const std::string_view> keys(FieldId field) const
    {
        return known_[static_cast<std::size_t>(field)].keys;
    }

    /// Appends what is new, cuts what an unfinished run left, makes the file durable; returns its
    /// size. Fails with Io.
    Result<std::uint64_t> append_to(const std::filesystem::path& path);

  private:
    struct Known {
        std::unordered_map<std::string, std::uint32_t> ordinals{};
        std::unordered_map<std::string, std::uint32_t> first_by_key{};
        std::vector<NameRow> rows{};
        std::vector<std::string_view> spellings{};  ///< in `ordinals`
        std::vector<std::string_view> keys{};       ///< in `first_by_key`
    };
    std::uint32_t insert(Known& known, std::string_view spelling, std::uint64_t place);

    std::array<Known, kFields.size()> known_{};
    std::uint64_t size_ = 0;  ///< of the file's part that counts
    std::string pending_{};
};

}  // namespace dateline
