// The markup that dumps are wrapped in (SGML, MediaWiki's XML): cut into records, tags found.
// Nothing is validated, nothing is fetched; what is broken costs its record only.
#pragma once

#include "indexer/input/byte_window.hpp"
#include "indexer/input/format.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dateline::indexer {

/// A tag in a text.
struct Tag {
    std::string_view name{};
    std::string_view attributes{};
    bool closing = false;
    std::size_t begin = 0;  ///< half-open span of the tag in the text
    std::size_t end = 0;
};

/// The first tag at or behind `from`. What merely looks like one ("<5 %") is passed over.
std::optional<Tag> next_tag(std::string_view text, std::size_t from);

/// The tag at `at`, where a < stands, if it is one.
std::optional<Tag> tag_at(std::string_view text, std::size_t at);

/// Whether two names are the same, in capitals or not.
bool same_name(std::string_view name, std::string_view other);

/// The decoded value of an attribute; "" if there is none.
std::string attribute(std::string_view attributes, std::string_view name);

/// What stands in the first element of this name, tags and all; nothing if there is none. Without
/// its end tag an element goes to the end.
std::optional<std::string_view> element(std::string_view text, std::string_view name);

/// The text without tags, decoded; <p>, <br> and the like become line ends. Elements of the names
/// in `without` are left out with what is in them.
std::string plain_text(std::string_view text, std::span<const std::string_view> without = {});

/// A record cut out of a dump.
struct MarkupPiece {
    std::string_view text{};  ///< from its tag to its end tag, both included
    std::uint64_t line = 1;   ///< on which it begins
    std::uint64_t byte = 0;
    std::string_view reason{};  ///< "too-long" or "truncated": it cannot be used; else empty
};

/// What is told of the record at `piece`, the dump's `record`th.
Notice notice_at(const MarkupPiece& piece, std::uint64_t record, std::string_view reason,
                 std::string_view message);

/// What is told of a piece that cannot be used; nothing if it can.
std::optional<Notice> fault_of(const MarkupPiece& piece, std::uint64_t record);

/// Cuts a dump at its records' tags.
class MarkupSplitter {
  public:
    /// `names` of the elements that are records, spelled as they are there.
    MarkupSplitter(ByteSource& bytes, std::span<const std::string_view> names)
        : window_(bytes), names_(names)
    {
    }

    /// What stands before the first record, up to 64 KiB; before next() is called.
    std::string_view head();

    /// The next record, or nothing at the end or when the source fails. One without its end tag
    /// ends where the next one begins.
    std::optional<MarkupPiece> next();

  private:
    std::size_t find_begin();
    void pass(std::size_t count);

    ByteWindow window_;
    std::span<const std::string_view> names_;
    std::string_view name_{};  ///< of the record that begins at the window's front
    std::size_t handed_out_ = 0;
    std::uint64_t line_ = 1;
};

}  // namespace dateline::indexer
