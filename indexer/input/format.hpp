// Dump formats: ways in which a file of articles may be written.
//
// To add one: write <name>.cpp beside this file, defining `<name>_format`, and add FORMAT(<name>)
// to formats.def. Its test is tests/indexer/input/<name>_test.cpp.
#pragma once

#include "indexer/input/byte_source.hpp"
#include "indexer/input/raw_document.hpp"
#include "indexer/notice.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dateline::indexer {

/// The end of a dump.
struct EndOfDump {};

/// What a reader comes upon: an article, something unusable (skipped, the next call goes on behind
/// it), or the end.
using Record = std::variant<RawDocument, Notice, EndOfDump>;

/// Their key → our key ("headline" → "title"), from --map; on top of the keys a format knows.
using FieldMap = std::map<std::string, std::string, std::less<>>;

/// A key, column or element of a dump, and which of our keys it was read as; "" for none.
struct FieldUse {
    std::string theirs{};
    std::string ours{};
};

/// Reads the records of one text, in their order. Not thread-safe: one reader, one thread.
/// Readers fill in record, line and byte; the file's name is the caller's to add. When the bytes
/// fail, the reader drops what it was in the middle of and ends: DumpText tells of the failure.
class DumpReader {
  public:
    DumpReader() = default;
    DumpReader(const DumpReader&) = delete;
    DumpReader& operator=(const DumpReader&) = delete;
    virtual ~DumpReader() = default;

    virtual Record next() = 0;

    /// What it has made of the dump's fields so far, in the order in which they came.
    [[nodiscard]] virtual std::vector<FieldUse> fields() const { return {}; }
};

/// What a reader is given; all of it must outlive the reader.
struct TextInput {
    ByteSource& bytes;
    std::string_view file_name{};  ///< without .gz and the like; "" for standard input
    const FieldMap& map;
};

struct Format {
    std::string_view name;  ///< what --input takes
    std::string_view summary;
    std::string_view endings;  ///< of the names it claims, for people; "" if names do not matter
    std::string_view magic;    ///< what else it asks for, for people; "" if names are enough
    /// Whether a file of this name (without .gz or .zst; "" for standard input) that begins with
    /// these bytes (as UTF-8, up to 64 KiB) is of this format.
    bool (*claims)(std::string_view file_name, std::string_view first_bytes);
    std::unique_ptr<DumpReader> (*open)(const TextInput& input);
    bool takes_bytes = false;  ///< it is given the bytes as they are and decodes them itself
};

/// Every format, in the order of formats.def.
std::span<const Format* const> formats();

/// A single article longer than this is skipped and reported.
inline constexpr std::size_t kMaxArticleBytes = std::size_t{16} << 20U;

}  // namespace dateline::indexer
